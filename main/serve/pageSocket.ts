import type { RawData, WebSocket } from 'ws'
import type { EventName, EventPayload } from '../../shared/contract/events'
import { decodeFrame, encodeFrame, type Message } from '../../shared/contract/frame'
import { AppError } from '../../shared/errors'
import type { Disposable } from '../../shared/lifecycle'
import { WindowConnection } from '../host/windowConnection'
import type { WindowHost } from '../host/windowHost'
import type { Services } from '../services'

/** A page that lets this much wait unread is taken for dead, not kept in memory. It comes back by itself when it lives. */
export const MAX_UNSENT_BYTES = 96 * 1024 * 1024

/** WebSocket close codes (RFC 6455, section 7.4.1). */
const POLICY_VIOLATION = 1008
const TRY_AGAIN_LATER = 1013

/** One page behind a WebSocket, as a window of the services. */
export class PageSocket implements WindowHost, Disposable {
  readonly kind = 'serve'
  readonly dialogs = null
  readonly reveal = null
  readonly assistiveTechnology = false
  private readonly connection: WindowConnection

  constructor(
    private readonly socket: WebSocket,
    private readonly services: Services,
  ) {
    this.connection = new WindowConnection(services, this)
    socket.on('message', (data: RawData, isBinary: boolean) => void this.receive(data, isBinary))
    socket.on('error', (error) => services.log.write('warn', `A page’s connection failed: ${error.message}`))
    socket.on('close', () => this.connection.dispose())
  }

  send<N extends EventName>(name: N, payload: EventPayload<N>): void {
    this.post({ kind: 'event', name, payload })
  }

  /** A page's end is the user's to choose; nothing waits for it here. */
  readyToClose(): void {
    this.services.log.write('info', 'A page has kept its unsaved text')
  }

  dispose(): void {
    this.connection.dispose()
    this.socket.terminate()
  }

  private async receive(data: RawData, isBinary: boolean): Promise<void> {
    const message = this.read(data, isBinary)
    if (message === null) {
      this.socket.close(POLICY_VIOLATION, 'not a request')
      return
    }
    const { id } = message
    const reply = await this.connection.request(message.name, message.params)
    if (reply.ok) this.post({ kind: 'result', id, result: reply.result })
    else this.post({ kind: 'error', id, error: reply.error })
  }

  private read(data: RawData, isBinary: boolean): Extract<Message, { kind: 'request' }> | null {
    if (!isBinary || !(data instanceof Buffer)) return null
    try {
      const message = decodeFrame(data)
      return message.kind === 'request' ? message : null
    } catch (thrown) {
      this.services.log.write('warn', AppError.from(thrown).message)
      return null
    }
  }

  private post(message: Message): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > MAX_UNSENT_BYTES) {
      this.services.log.write('warn', 'A page took nothing for too long and was let go')
      this.socket.close(TRY_AGAIN_LATER, 'too far behind')
      this.dispose()
      return
    }
    this.socket.send(encodeFrame(message))
  }
}
