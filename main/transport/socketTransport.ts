import { type Clock, systemClock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { Emitter } from '../../shared/lifecycle'
import { withLimit } from './limit'
import { parseNetworkAddress } from './networkAddress'
import { TcpConnection } from './tcpConnection'
import type { Gone, Transport } from './transport'

const OPEN_LIMIT_MS = 10_000
const CLOSE_LIMIT_MS = 2_000

/** A serial port behind a plain TCP socket, `socket://host:port`: bytes and nothing else. */
export class SocketTransport implements Transport {
  readonly hasSignals = false
  private readonly data = new Emitter<Uint8Array>()
  private readonly gone = new Emitter<Gone>()
  readonly onData = this.data.event
  readonly onGone = this.gone.event
  private readonly tcp: TcpConnection

  /** Throws `invalid-path` for what is no such address. */
  constructor(
    readonly path: string,
    private readonly clock: Clock = systemClock,
  ) {
    this.tcp = new TcpConnection(path, parseNetworkAddress(path), clock)
    this.tcp.onData((bytes) => this.data.fire(bytes))
    this.tcp.onGone((reason) => this.gone.fire({ reason }))
  }

  async open(): Promise<void> {
    try {
      await withLimit(this.clock, OPEN_LIMIT_MS, t('Opening {{path}}', { path: this.path }), this.tcp.connect())
    } catch (thrown) {
      await this.close()
      throw thrown
    }
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.tcp.write(bytes)
  }

  pause(): void {
    this.tcp.pause()
  }

  resume(): void {
    this.tcp.resume()
  }

  setSignals(): Promise<void> {
    return Promise.reject(new AppError('not-available', t('{{path}} has no signal lines', { path: this.path }), { port: this.path }))
  }

  async close(): Promise<void> {
    try {
      await withLimit(this.clock, CLOSE_LIMIT_MS, t('Closing {{path}}', { path: this.path }), this.tcp.close())
    } catch {
      this.tcp.destroy() // the other side takes nothing more
    }
  }
}
