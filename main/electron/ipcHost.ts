import { app, type BrowserWindow, ipcMain, shell } from 'electron'
import { EVENT_CHANNEL, type Reply, REQUEST_CHANNEL } from '../../shared/contract/bridge'
import type { EventName, EventPayload } from '../../shared/contract/events'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { Disposable } from '../../shared/lifecycle'
import { WindowConnection } from '../host/windowConnection'
import type { WindowHost } from '../host/windowHost'
import type { Services } from '../services'
import { systemDialogs } from './dialogs'
import { isOurFrame } from './security'

/** An Electron window, as a window of the services. Answers its own page and nobody else. */
export class IpcHost implements WindowHost, Disposable {
  readonly kind = 'electron'
  readonly dialogs
  readonly reveal = async (folder: string): Promise<void> => {
    const problem = await shell.openPath(folder)
    if (problem !== '') throw new AppError('not-found', problem, { path: folder })
  }
  private readonly connection: WindowConnection

  constructor(
    private readonly window: BrowserWindow,
    services: Services,
    private readonly onReadyToClose: () => void,
  ) {
    app.on('accessibility-support-changed', this.tellAssistiveTechnology)
    this.dialogs = systemDialogs(window)
    this.connection = new WindowConnection(services, this)
    ipcMain.handle(REQUEST_CHANNEL, (event, name: unknown, params: unknown): Promise<Reply> => {
      if (typeof name === 'string' && isOurFrame(event.senderFrame, window.webContents.mainFrame))
        return this.connection.request(name, params)
      services.log.write('warn', `Refused a request from ${event.senderFrame?.url.slice(0, 200) ?? 'a frame that is gone'}`)
      const error = new AppError('forbidden', t('The request came from where it may not come from'))
      return Promise.resolve({ ok: false, error: error.toWire() })
    })
  }

  get assistiveTechnology(): boolean {
    return app.accessibilitySupportEnabled
  }

  send<N extends EventName>(name: N, payload: EventPayload<N>): void {
    if (!this.window.isDestroyed() && !this.window.webContents.isCrashed()) this.window.webContents.send(EVENT_CHANNEL, name, payload)
  }

  readyToClose(): void {
    this.onReadyToClose()
  }

  dispose(): void {
    app.off('accessibility-support-changed', this.tellAssistiveTechnology)
    ipcMain.removeHandler(REQUEST_CHANNEL)
    this.connection.dispose()
  }

  private readonly tellAssistiveTechnology = (_event: unknown, on: boolean): void => this.send('app.assistiveTechnology', { on })
}
