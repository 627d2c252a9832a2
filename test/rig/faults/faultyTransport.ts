import { AppError } from '../../../shared/errors'
import { Emitter } from '../../../shared/lifecycle'
import { type Gone, type Signals, type Transport, WRITE_STALL_MS } from '../../../main/transport/transport'
import type { Fault } from './fault'
import { FaultyStream } from './faultyStream'
import type { JumpingClock } from './jumpingClock'
import { RawPasteRemover } from './rawPasteRemover'

/** What a faulty transport can do to what lies around it. */
export interface FaultyEnds {
  clock: JumpingClock
  /** True: ports can't be opened, the board is unplugged. */
  isAway: () => boolean
  /** The board's firmware knows no raw-paste mode. */
  isRawOnly: boolean
  /** A fault of the board or the user; and `unplug`, when the port has vanished. */
  act: (fault: Fault) => void
}

/** Any transport, with faults where the bytes pass. Without faults it is what it wraps. */
export class FaultyTransport implements Transport {
  private readonly data = new Emitter<Uint8Array>()
  private readonly gone = new Emitter<Gone>()
  readonly onData = this.data.event
  readonly onGone = this.gone.event
  readonly hasSignals = false
  private readonly up: FaultyStream
  private readonly down: FaultyStream
  private isUnplugged = false
  private cutShort: ((error: AppError) => void)[] = []

  constructor(
    private readonly inner: Transport,
    private readonly ends: FaultyEnds,
  ) {
    const { clock } = ends
    const act = (fault: Fault): void => this.act(fault)
    const remover = ends.isRawOnly ? new RawPasteRemover() : undefined
    this.up = new FaultyStream({ clock, act, deliver: (bytes) => this.toBoard(remover?.feed(bytes) ?? bytes) })
    this.down = new FaultyStream({
      clock,
      act,
      deliver: (bytes) => {
        this.data.fire(bytes)
        return Promise.resolve()
      },
    })
    inner.onData((bytes) => {
      clock.note()
      void this.down.put(bytes) // never rejects
    })
    inner.onGone((gone) => {
      if (!this.isUnplugged) this.gone.fire(gone)
    })
  }

  get path(): string {
    return this.inner.path
  }

  /** True while bytes are on their way through here that no fault holds up. */
  get isMoving(): boolean {
    return this.up.isMoving || this.down.isMoving
  }

  /** From now on bytes are counted in both directions, and the faults strike. */
  arm(faults: readonly Fault[]): void {
    this.up.arm(faults.filter(({ way }) => way === 'up'))
    this.down.arm(faults.filter(({ way }) => way === 'down'))
  }

  /** The faults have ended; what they held up arrives late. */
  disarm(): void {
    this.up.disarm()
    this.down.disarm()
  }

  open(): Promise<void> {
    if (this.ends.isAway()) return Promise.reject(new AppError('port-not-found', 'The board is unplugged'))
    return this.inner.open()
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.isUnplugged) throw new AppError('port-gone', 'The cable was pulled')
    this.ends.clock.note()
    const passed = this.up.put(bytes)
    await new Promise<void>((resolve, reject) => {
      const limit = this.ends.clock.after(WRITE_STALL_MS, () => end(new AppError('timeout', 'The port takes no bytes')))
      const end = (error?: AppError): void => {
        limit.dispose()
        this.cutShort = this.cutShort.filter((other) => other !== end)
        if (this.isUnplugged) reject(new AppError('port-gone', 'The cable was pulled'))
        else if (error === undefined) resolve()
        else reject(error)
      }
      this.cutShort.push(end)
      void passed.then(() => end()) // never rejects
    })
  }

  /** The port vanishes. */
  async unplug(): Promise<void> {
    if (this.isUnplugged) return
    this.isUnplugged = true
    this.up.kill()
    this.down.kill()
    for (const end of [...this.cutShort]) end(new AppError('port-gone', 'The cable was pulled'))
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
    this.up.kill()
    this.down.kill()
    return this.inner.close()
  }

  private act(fault: Fault): void {
    if (fault.kind === 'unplug') void this.unplug().then(() => this.ends.act(fault))
    else this.ends.act(fault)
  }

  /** A board that is just being reset loses what is sent to it. */
  private async toBoard(bytes: Uint8Array): Promise<void> {
    try {
      await this.inner.write(bytes)
    } catch (thrown) {
      if (AppError.from(thrown).code !== 'port-gone') throw thrown
    }
  }
}
