import type { Bridge } from '../../shared/contract/bridge'
import type { EventName, EventPayload } from '../../shared/contract/events'
import { decodeFrame, encodeFrame } from '../../shared/contract/frame'
import type { Params, RequestName, Result } from '../../shared/contract/requests'
import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type Disposable, Emitter } from '../../shared/lifecycle'
import { EventHub } from './eventHub'

/** What is needed of a WebSocket. */
export interface Socket {
  send(frame: Uint8Array<ArrayBuffer>): void
  close(): void
  onopen: (() => void) | null
  onclose: (() => void) | null
  onmessage: ((frame: Uint8Array) => void) | null
}

interface Pending {
  resolve: (result: unknown) => void
  reject: (error: AppError) => void
}

/** Milliseconds before the first try to connect again; doubled up to the last. */
const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 5_000

/** The bridge over a WebSocket. When it drops, what was asked is rejected with `connection-lost`, and it is opened again. */
export class SocketBridge implements Bridge {
  private readonly hub = new EventHub((text) => {
    this.request('log.write', { level: 'warn', text }).catch(() => undefined) // the log is the only place to tell; without it there is none
  })
  private readonly lostEmitter = new Emitter<boolean>()
  private readonly pending = new Map<number, Pending>()
  private socket: Socket | null = null
  /** Requests of the time before the first opening. */
  private waiting: Uint8Array<ArrayBuffer>[] | null = []
  private open = false
  private lost = false
  private nextId = 1
  private retryMs = FIRST_RETRY_MS

  constructor(
    private readonly openSocket: () => Socket,
    private readonly clock: Clock,
  ) {
    this.connect()
  }

  request<N extends RequestName>(name: N, params: Params<N>): Promise<Result<N>> {
    const id = this.nextId++
    return new Promise((resolve, reject) => {
      const frame = encodeFrame({ kind: 'request', id, name, params })
      if (!this.open && this.waiting === null) {
        reject(connectionLost())
        return
      }
      this.pending.set(id, { resolve: (result) => resolve(result as Result<N>), reject })
      if (this.open) this.socket?.send(frame)
      else this.waiting?.push(frame)
    })
  }

  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): Disposable {
    return this.hub.on(name, listener)
  }

  onLost(listener: (lost: boolean) => void): Disposable {
    return this.lostEmitter.event(listener)
  }

  private connect(): void {
    const socket = this.openSocket()
    this.socket = socket
    socket.onopen = () => {
      this.open = true
      this.retryMs = FIRST_RETRY_MS
      for (const frame of this.waiting ?? []) socket.send(frame)
      this.waiting = null
      if (this.lost) {
        this.lost = false
        this.lostEmitter.fire(false)
      }
    }
    socket.onmessage = (frame) => this.receive(frame)
    socket.onclose = () => {
      socket.onopen = socket.onmessage = socket.onclose = null
      this.dropped()
    }
  }

  private dropped(): void {
    this.open = false
    this.waiting = null
    for (const pending of this.pending.values()) pending.reject(connectionLost())
    this.pending.clear()
    if (!this.lost) {
      this.lost = true
      this.lostEmitter.fire(true)
    }
    this.clock.after(this.retryMs, () => this.connect())
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS)
  }

  private receive(frame: Uint8Array): void {
    let message
    try {
      message = decodeFrame(frame)
    } catch {
      this.socket?.close() // whatever speaks here does not speak the contract; asking anew is all that can be done
      return
    }
    if (message.kind === 'event') {
      this.hub.receive(message.name, message.payload)
      return
    }
    if (message.kind === 'request') return
    const pending = this.pending.get(message.id)
    this.pending.delete(message.id)
    if (message.kind === 'result') pending?.resolve(message.result)
    else pending?.reject(AppError.fromWire(message.error))
  }
}

function connectionLost(): AppError {
  return new AppError('connection-lost', t('The window lost its connection to Perfboard'))
}
