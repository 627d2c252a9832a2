import { type Browser, _electron, chromium, type ElectronApplication, type Locator, type Page } from 'playwright-core'
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const top = path.resolve(import.meta.dirname, '../..')

/** The windows that a run of the tests is to use; the test runner finds out which can be had. */
export type WindowKind = 'electron' | 'chromium'
export const windowKinds = (process.env.PERFBOARD_TEST_WINDOWS ?? 'chromium')
  .split(',')
  .filter((name): name is WindowKind => name === 'electron' || name === 'chromium')

/** The whole app in a real window, with a user data folder of its own. */
export interface AppWindow {
  readonly kind: WindowKind
  readonly page: Page
  readonly userData: string
  /** What went wrong inside the page without anybody catching it, and what it logged as errors. */
  readonly errors: string[]
  /** Does what opens the folder dialog, the system's or the page's own, and chooses the folder in it. */
  chooseFolder(folder: string, open: () => Promise<void>): Promise<void>
  /** The same for a file that is there. */
  chooseFile(file: string, open: () => Promise<void>): Promise<void>
  /** The same for where to save. */
  chooseSave(file: string, open: () => Promise<void>): Promise<void>
  /** Ends the app as a crash does, without a chance to save anything. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** A new user's data folder, with settings that tests need: the terminal's text in the page. */
export function makeUserData(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'perfboard-e2e-'))
  fs.writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ screenReader: true, theme: 'dark' }))
  return folder
}

/** The data folder of somebody who has never started the app: it asks its first questions. */
export function makeFirstUserData(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'perfboard-e2e-'))
}

/** Opens the app and waits until its shell is drawn, or the questions of the first start. Limit 30 s. `extra` goes into its environment. */
export async function openApp(kind: WindowKind, userData: string, extra: Record<string, string> = {}): Promise<AppWindow> {
  const env = { ...environment(), ...extra, PERFBOARD_USER_DATA: userData }
  const app = kind === 'electron' ? await openElectron(userData, env) : await openChromium(userData, env)
  app.page.setDefaultTimeout(15_000)
  app.page.on('pageerror', (error) => app.errors.push(error.stack ?? error.message))
  app.page.on('console', (message) => {
    if (message.type() === 'error') app.errors.push(message.text())
  })
  try {
    const shell = app.page.getByRole('button', { name: /^Board:/ })
    await shell.or(app.page.getByRole('heading', { name: 'Welcome to Perfboard' })).waitFor({ timeout: 30_000 })
  } catch (thrown) {
    const shown = await app.page.content()
    await app.kill()
    throw new Error(`The window stayed empty:\n${[...app.errors, shown].join('\n').slice(0, 3_000)}`, { cause: thrown })
  }
  return app
}

const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

async function openElectron(userData: string, env: Record<string, string>): Promise<AppWindow> {
  const runtime = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const app: ElectronApplication = await _electron.launch({
    ...(runtime === undefined ? {} : { executablePath: path.join(runtime, process.platform === 'win32' ? 'electron.exe' : 'electron') }),
    args: [...noSandbox, path.join(top, 'dist/electron')],
    cwd: top,
    env,
    timeout: 30_000,
  })
  const page = await app.firstWindow()
  const choose = async (chosen: string, open: () => Promise<void>): Promise<void> => {
    // The system's dialog can't be clicked from here: it answers by itself.
    await app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
    }, chosen)
    await open()
  }
  return {
    kind: 'electron',
    page,
    userData,
    errors: [],
    chooseFolder: choose,
    chooseFile: choose,
    async chooseSave(file, open) {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
      }, file)
      await open()
    },
    async kill() {
      const gone = new Promise((resolve) => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await gone
    },
    close: () => app.close(),
  }
}

async function openChromium(userData: string, env: Record<string, string>): Promise<AppWindow> {
  const server = spawn(process.execPath, [path.join(top, 'dist/main/serve.js'), '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await servedAddress(server)
  const profile = path.join(userData, 'browser-profile')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.PERFBOARD_TEST_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...noSandbox,
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(address)
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    server.kill(signal)
    await ended
    const browser: Browser | null = context.browser()
    await context.close()
    await browser?.close()
  }
  return {
    kind: 'chromium',
    page,
    userData,
    errors: [],
    async chooseFolder(folder, open) {
      await open()
      const dialog = page.getByRole('dialog')
      const field = dialog.getByRole('textbox', { name: 'Folder' })
      await field.fill(folder)
      await field.press('Enter')
      await dialog.getByRole('button', { name: /here$|^Open this folder$/ }).click()
    },
    async chooseFile(file, open) {
      await open()
      const dialog = await folderInDialog(page, path.dirname(file))
      await dialog.getByRole('option', { name: path.basename(file), exact: true }).dblclick()
    },
    async chooseSave(file, open) {
      await open()
      const dialog = await folderInDialog(page, path.dirname(file))
      await dialog.getByRole('textbox', { name: 'Name' }).fill(path.basename(file))
      await dialog.getByRole('button', { name: /here$/ }).click()
    },
    kill: () => stop('SIGKILL'),
    close: () => stop('SIGTERM'),
  }
}

/** Leads the page's own picker to a folder. */
async function folderInDialog(page: Page, folder: string): Promise<Locator> {
  const dialog = page.getByRole('dialog')
  const field = dialog.getByRole('textbox', { name: 'Folder' })
  await field.fill(folder)
  await field.press('Enter')
  return dialog
}

/** The machine's environment as Playwright wants it: without holes. */
function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Waits for the line with the address. Limit 20 s. */
function servedAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const timer = setTimeout(() => reject(new Error(`No address was printed:\n${text}`)), 20_000)
    server.once('exit', (code) => reject(new Error(`serve ended with ${String(code)}:\n${text}`)))
    server.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const address = /^Perfboard: (\S+)$/m.exec(text)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
  })
}
