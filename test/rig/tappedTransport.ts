import { AppError } from '../../shared/errors'
import { Emitter } from '../../shared/lifecycle'
import type { Gone, Signals, Transport } from '../../main/transport/transport'

/** A real transport, with what was sent written down, and a cable that can be pulled at a chosen byte. */
export class TappedTransport implements Transport {
  readonly onData
  readonly hardReset?: () => Promise<void>
  private readonly gone = new Emitter<Gone>()
  readonly onGone = this.gone.event
  private readonly chunks: Uint8Array[] = []
  private isPulled = false
  /** Looks at everything sent so far, before the newest bytes go on; true pulls the cable instead. */
  pullWhen: ((sent: string) => boolean) | undefined

  constructor(
    private readonly inner: Transport,
    private readonly isAway = false,
  ) {
    this.onData = inner.onData
    inner.onGone((gone) => {
      if (!this.isPulled) this.gone.fire(gone)
    })
    const { hardReset } = inner
    if (hardReset !== undefined) this.hardReset = () => hardReset.call(inner)
  }

  get path(): string {
    return this.inner.path
  }

  get hasSignals(): boolean {
    return this.inner.hasSignals
  }

  /** Everything sent, a character a byte. */
  get sent(): string {
    return Buffer.concat(this.chunks).toString('latin1')
  }

  open(): Promise<void> {
    if (this.isAway) return Promise.reject(new AppError('port-not-found', 'The board is unplugged'))
    return this.inner.open()
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.chunks.push(bytes.slice())
    if (this.pullWhen?.(this.sent) === true) await this.pull()
    if (this.isPulled) throw new AppError('port-gone', 'The cable was pulled')
    await this.inner.write(bytes)
  }

  /** The port vanishes; the board keeps its power. */
  async pull(): Promise<void> {
    if (this.isPulled) return
    this.isPulled = true
    await this.inner.close()
    this.gone.fire({ reason: 'The cable was pulled' })
  }

  pause(): void {
    this.inner.pause()
  }

  resume(): void {
    this.inner.resume()
  }

  setSignals(signals: Signals): Promise<void> {
    return this.inner.setSignals(signals)
  }

  close(): Promise<void> {
    return this.inner.close()
  }
}
