import net from 'node:net'
import type { Clock } from '../../shared/clock'
import { AppError, type ErrorCode } from '../../shared/errors'
import { t, text } from '../../shared/language/language'
import { Emitter } from '../../shared/lifecycle'
import { goneError } from './classifyPortError'
import { withLimit } from './limit'
import type { NetworkAddress } from './networkAddress'
import { WRITE_STALL_MS } from './transport'

/** What is handed to the system at once; each piece must be taken within the limit of a stall. */
const PIECE_BYTES = 16 * 1024
/** What is read during a pause, so that a connection that ends meanwhile is noticed; beyond it the other side is held back. */
const MOST_HELD = 256 * 1024
/** A side that answers nothing for this long is asked by the system whether it is still there. */
const KEEP_ALIVE_MS = 10_000

/** Why a connection can't be made. */
const FAILURES: Partial<Record<string, [ErrorCode, string]>> = {
  ECONNREFUSED: ['port-not-found', text('Nothing listens at {{path}}')],
  ENOTFOUND: ['port-not-found', text('The host of {{path}} isn’t known')],
  EAI_AGAIN: ['port-not-found', text('The host of {{path}} isn’t known')],
  EHOSTUNREACH: ['port-not-found', text('{{path}} can’t be reached')],
  ENETUNREACH: ['port-not-found', text('{{path}} can’t be reached')],
  ETIMEDOUT: ['timeout', text('{{path}} doesn’t answer')],
  ECONNRESET: ['port-failed', text('{{path}} refused the connection')],
}

type State = 'new' | 'connecting' | 'open' | 'gone' | 'closed'

/** A TCP connection as a pipe of bytes, with what a transport promises of pauses, stalls and ends. Without delay for small writes. */
export class TcpConnection {
  private readonly data = new Emitter<Uint8Array>()
  private readonly gone = new Emitter<string>()
  readonly onData = this.data.event
  /** Fires once when the other side ended it, or it broke; with the reason in words. */
  readonly onGone = this.gone.event
  private readonly socket = new net.Socket()
  private state: State = 'new'
  private writes: Promise<unknown> = Promise.resolve()
  private isPaused = false
  private held: Uint8Array[] = []
  private heldBytes = 0
  private failConnecting: (error: AppError) => void = () => undefined

  constructor(
    private readonly path: string,
    private readonly address: NetworkAddress,
    private readonly clock: Clock,
  ) {}

  get isOpen(): boolean {
    return this.state === 'open'
  }

  /** Rejects with `port-not-found`, `port-failed`, `timeout`, or `cancelled` when it is closed meanwhile. The caller sets the limit. */
  async connect(): Promise<void> {
    const { socket } = this
    this.state = 'connecting'
    socket.on('data', (bytes) => this.take(new Uint8Array(bytes)))
    await new Promise<void>((resolve, reject) => {
      this.failConnecting = reject
      socket.once('connect', resolve)
      socket.once('error', (thrown) => reject(connectError(this.path, thrown)))
      socket.connect({
        host: this.address.host,
        port: this.address.port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: KEEP_ALIVE_MS,
      })
    })
    if (this.isClosed()) throw this.notOpen()
    this.state = 'open'
    socket.on('error', () => undefined) // 'close' follows
    socket.once('close', () => this.lose())
  }

  /** In order with earlier writes; resolves when the system has taken everything. `port-gone`, `timeout`, `cancelled`. */
  write(bytes: Uint8Array): Promise<void> {
    const written = this.writes.then(() => this.writeNow(bytes))
    this.writes = written.catch(() => undefined) // the next write waits for this one; its failure is its caller's
    return written
  }

  pause(): void {
    this.isPaused = true
  }

  resume(): void {
    this.isPaused = false
    const held = this.held.splice(0)
    this.heldBytes = 0
    for (const bytes of held) this.take(bytes)
    if (this.state === 'open') this.socket.resume()
  }

  /** May be called twice. What was written is still sent where the other side takes it. */
  close(): Promise<void> {
    const before = this.state
    if (before === 'gone' || before === 'closed') return Promise.resolve()
    this.state = 'closed'
    this.failConnecting(this.notOpen())
    if (before !== 'open') {
      this.socket.destroy()
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      this.socket.once('close', () => resolve())
      this.socket.resume() // or its end would never be read
      this.socket.destroySoon()
    })
  }

  /** Closes at once; what the other side has not taken is lost. */
  destroy(): void {
    this.socket.destroy()
  }

  private isClosed(): boolean {
    return this.state === 'closed'
  }

  private take(bytes: Uint8Array): void {
    if (this.state === 'closed') return
    if (!this.isPaused) {
      this.data.fire(bytes)
      return
    }
    this.held.push(bytes)
    this.heldBytes += bytes.length
    if (this.heldBytes > MOST_HELD) this.socket.pause()
  }

  private async writeNow(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      if (this.state !== 'open') throw this.notOpen()
      await withLimit(this.clock, WRITE_STALL_MS, t('Writing'), this.hand(bytes.subarray(at, at + PIECE_BYTES)))
    }
    if (bytes.length === 0 && this.state !== 'open') throw this.notOpen()
  }

  private hand(piece: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.write(piece, (failed) => {
        if (failed == null) resolve()
        else reject(this.state === 'closed' ? this.notOpen() : goneError(this.path, failed))
      })
    })
  }

  private lose(): void {
    if (this.state !== 'open') return
    this.resume()
    this.state = 'gone'
    this.gone.fire(goneError(this.path).message)
  }

  private notOpen(): AppError {
    const details = { port: this.path }
    if (this.state === 'gone') return goneError(this.path)
    if (this.state === 'closed') return new AppError('cancelled', t('{{path}} was closed', { path: this.path }), details)
    return new AppError('not-connected', t('{{path}} is not open', { path: this.path }), details)
  }
}

function connectError(path: string, thrown: unknown): AppError {
  const { code, message } = thrown as NodeJS.ErrnoException
  const known = code === undefined ? undefined : FAILURES[code]
  const details = { port: path }
  if (known !== undefined) return new AppError(known[0], t(known[1], { path }), details, { cause: thrown })
  return new AppError('port-failed', t('{{path}} can’t be opened: {{reason}}', { path, reason: message }), details, { cause: thrown })
}
