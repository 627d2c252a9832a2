import { BrowserWindow, dialog, nativeTheme } from 'electron'
import path from 'node:path'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { Services } from '../services'
import { IpcHost } from './ipcHost'
import { PAGE_URL } from './pageProtocol'
import { BoundsStore } from './windowBounds'

/** How long a closing window waits for the page to keep its unsaved text. */
const CLOSING_LIMIT_MS = 1_000

/** A page that crashes again this soon after it was loaded anew isn't loaded a third time unasked. */
const CRASH_AGAIN_MS = 60_000

/** The grounds of the two themes, so that the window doesn't flash before the page has drawn. */
const GROUND = { dark: '#15181E', light: '#FFFFFF' }

/** Perfboard's one window. */
export class MainWindow {
  private readonly window: BrowserWindow
  private readonly host: IpcHost
  private crashedAt = Number.NEGATIVE_INFINITY
  private closing = false

  private constructor(
    window: BrowserWindow,
    private readonly services: Services,
    private readonly bounds: BoundsStore,
  ) {
    this.window = window
    this.host = new IpcHost(window, services, () => this.finish())
    window.once('ready-to-show', () => window.show())
    window.on('close', (event) => {
      event.preventDefault()
      this.close()
    })
    window.once('closed', () => this.host.dispose())
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      services.log.write('error', `The page’s process ended: ${reason} (${exitCode})`)
      if (reason !== 'clean-exit') void this.recover()
    })
    window.webContents.on('unresponsive', () => services.log.write('warn', 'The page doesn’t answer'))
    window.webContents.on('preload-error', (_event, _path, error) => services.log.write('error', `The preload failed: ${error.message}`))
  }

  /** Opens the window where it stood last and loads the page. */
  static async open(services: Services, folders: { preload: string; userData: string }): Promise<MainWindow> {
    const bounds = new BoundsStore(path.join(folders.userData, 'window.json'))
    const { maximized, ...place } = await bounds.load()
    const window = new BrowserWindow({
      ...place,
      minWidth: 900,
      minHeight: 600,
      title: 'Perfboard',
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
      webPreferences: {
        preload: folders.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        backgroundThrottling: false, // output is acknowledged by the page also while its window is hidden
      },
    })
    if (maximized) window.maximize()
    const main = new MainWindow(window, services, bounds)
    await window.loadURL(PAGE_URL)
    return main
  }

  /** Calls back when the window is gone. */
  onClosed(listener: () => void): void {
    this.window.once('closed', listener)
  }

  /** Brings the window before the user. */
  focus(): void {
    if (this.window.isMinimized()) this.window.restore()
    this.window.show()
    this.window.focus()
  }

  /** Runs a command of the page by its id. */
  command(id: string): void {
    this.host.send('menu.command', { command: id })
  }

  private close(): void {
    if (this.closing) return
    this.closing = true
    this.services.clock.after(CLOSING_LIMIT_MS, () => this.finish())
    this.host.send('app.closing', {})
  }

  private finish(): void {
    if (!this.closing || this.window.isDestroyed()) return
    this.bounds
      .save(this.window)
      .catch((thrown: unknown) => this.services.log.write('warn', `The window’s place was not kept: ${AppError.from(thrown).message}`))
      .finally(() => {
        if (!this.window.isDestroyed()) this.window.destroy()
      })
  }

  private async recover(): Promise<void> {
    const again = this.services.clock.monotonic() - this.crashedAt < CRASH_AGAIN_MS
    this.crashedAt = this.services.clock.monotonic()
    if (again) {
      const { response } = await dialog.showMessageBox(this.window, {
        type: 'error',
        message: t('The window crashed twice'),
        detail: t('Unsaved text was kept and comes back. The log is in {{folder}}.', { folder: this.services.logFolder }),
        buttons: [t('Load it again'), t('Quit')],
      })
      if (response === 1) {
        this.window.destroy()
        return
      }
    }
    this.window.webContents.reload()
  }
}
