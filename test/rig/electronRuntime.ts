import { existsSync } from 'node:fs'
import path from 'node:path'

const top = path.resolve(import.meta.dirname, '../..')

/** Electron's executable, where it is installed or staged on this machine. */
export const electronExecutable = [process.env.ELECTRON_OVERRIDE_DIST_PATH, path.join(top, 'node_modules/electron/dist')]
  .filter((folder) => folder !== undefined)
  .map((folder) =>
    path.join(folder, { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron'),
  )
  .find((file) => existsSync(file))

/** True where a window can be opened by a test. */
export const canOpenWindows = electronExecutable !== undefined && (process.platform !== 'linux' || Boolean(process.env.DISPLAY))

/** As root Chromium has no sandbox on Linux. */
export const sandboxArguments = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
