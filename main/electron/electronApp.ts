import { app, shell } from 'electron'
import { systemClock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { logStrayErrors } from '../host/strayErrors'
import { buildServices, type Services } from '../services'
import { MainWindow } from './mainWindow'
import { setupMenu } from './menu'
import { servePage } from './pageProtocol'
import { setupSecurity } from './security'

/** Where the parts of the built app lie. */
export interface AppParts {
  preload: string
  page: string
  worker: string
}

/** Starts the desktop app: services, security, window. What must come before Electron is ready stands in beforeReady.ts. */
export function startElectronApp(parts: AppParts): void {
  run(parts).catch((thrown: unknown) => {
    process.stderr.write(`Perfboard can’t start: ${AppError.from(thrown).message}\n`)
    app.exit(1)
  })
}

async function run(parts: AppParts): Promise<void> {
  const userData = app.getPath('userData')
  // Beside Electron's own start: neither needs the other.
  const building = buildServices({
    userData,
    workerPath: parts.worker,
    clock: systemClock,
    trash: systemBin(),
    systemRoot: process.env.PERFBOARD_SYSTEM_ROOT,
  })
  const [services] = await Promise.all([building, app.whenReady()])
  const report = (text: string): void => services.log.write('warn', text)
  logStrayErrors(services.log)
  setupSecurity(report)
  servePage(parts.page)

  let window: MainWindow | undefined
  const open = async (): Promise<void> => {
    window = await MainWindow.open(services, { preload: parts.preload, userData })
    window.onClosed(() => {
      window = undefined
    })
  }
  const menu = (): void => setupMenu((id) => window?.command(id))
  menu()
  services.settings.onChange(menu)
  app.on('second-instance', () => window?.focus())
  app.on('activate', () => {
    if (window === undefined) open().catch((thrown: unknown) => report(`The window didn’t open: ${AppError.from(thrown).message}`))
  })
  setupQuitting(services)
  await open()
}

/** macOS and Windows leave the bin to the app; on Linux Electron would need a desktop's helper program for it. */
function systemBin(): ((paths: string[]) => Promise<void>) | undefined {
  if (process.platform === 'linux') return undefined
  return async (paths) => {
    for (const path of paths) await shell.trashItem(path)
  }
}

/** Quitting lets go of every port first; the services see to it that this takes no longer than a few seconds. */
function setupQuitting(services: Services): void {
  let quitting = false
  let disposed = false
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('window-all-closed', () => {
    // On macOS an app without windows lives on, unless its window was closed by quitting.
    if (process.platform !== 'darwin' || quitting) app.quit()
  })
  app.on('will-quit', (event) => {
    if (disposed) return
    event.preventDefault()
    void services.dispose().finally(() => {
      disposed = true
      app.quit()
    })
  })
}
