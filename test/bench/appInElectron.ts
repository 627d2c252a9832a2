import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import path from 'node:path'

/** How long a bench waits for anything that the window is to show. */
export const LIMIT = { timeout: 60_000 }

/** The app as it was built. */
export const BUILT_APP = path.resolve('dist/electron')

const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Starts an app folder in Electron, the official one or that of ELECTRON_OVERRIDE_DIST_PATH, and waits for its first window. */
export async function startElectron(app: string, env: Record<string, string>): Promise<{ electron: ElectronApplication; page: Page }> {
  const runtime = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const electron = await _electron.launch({
    ...(runtime === undefined ? {} : { executablePath: path.join(runtime, process.platform === 'win32' ? 'electron.exe' : 'electron') }),
    args: [...noSandbox, app],
    env: { ...Object.fromEntries(inherited), ...env },
    timeout: LIMIT.timeout,
  })
  return { electron, page: await electron.firstWindow() }
}
