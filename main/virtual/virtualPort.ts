import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { DisposableStore, Emitter } from '../../shared/lifecycle'
import { type Gone, type Transport, WRITE_STALL_MS } from '../transport/transport'
import type { VirtualBoard } from './virtualBoard'

/** The virtual board's name among the ports. */
export const VIRTUAL_PORT_PATH = 'virtual'

/** The boards at which a port is open. */
const taken = new WeakSet<VirtualBoard>()

/** A wire to the virtual board. Closing it leaves the board's program running. */
export class VirtualPort implements Transport {
  readonly path = VIRTUAL_PORT_PATH
  readonly hasSignals = false
  private readonly data = new Emitter<Uint8Array>()
  private readonly gone = new Emitter<Gone>()
  private readonly attached = new DisposableStore()
  private state: 'new' | 'open' | 'closed' = 'new'

  readonly onData = this.data.event
  readonly onGone = this.gone.event

  constructor(
    private readonly board: VirtualBoard,
    private readonly clock: Clock,
  ) {}

  /** Gives the board power when it has none. Rejects with `port-busy` while another port is open at this board. */
  async open(): Promise<void> {
    if (this.state !== 'new') throw new AppError('port-failed', t('This port was opened before'))
    if (taken.has(this.board)) throw new AppError('port-busy', t('The virtual board is in use'))
    taken.add(this.board)
    this.state = 'open'
    this.board.resume()
    this.attached.add(this.board.onData((bytes) => this.data.fire(bytes)))
    try {
      await this.board.powerOn()
    } catch (error) {
      await this.close()
      throw error
    }
    this.attached.add(
      this.board.onDied((reason) => {
        void this.close()
        this.gone.fire({ reason })
      }),
    )
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.checkOpen()
    const written = this.board.write(bytes)
    const limit = this.failOnStall()
    try {
      await Promise.race([written, limit.stalled])
    } finally {
      limit.dispose()
    }
  }

  pause(): void {
    if (this.state === 'open') this.board.pause()
  }

  resume(): void {
    if (this.state === 'open') this.board.resume()
  }

  setSignals(): Promise<void> {
    return Promise.reject(new AppError('not-available', t('The virtual board has no signal lines')))
  }

  async hardReset(): Promise<void> {
    this.checkOpen()
    await this.board.hardReset()
  }

  close(): Promise<void> {
    if (this.state === 'open') {
      this.attached.dispose()
      this.board.resume()
      taken.delete(this.board)
    }
    this.state = 'closed'
    return Promise.resolve()
  }

  private checkOpen(): void {
    if (this.state !== 'open') throw new AppError('port-gone', t('The port is not open'))
  }

  /** Rejects once the board has taken nothing for the limit. */
  private failOnStall(): { stalled: Promise<never>; dispose: () => void } {
    const timers = new DisposableStore()
    const stalled = new Promise<never>((_, reject) => {
      const wait = (before: number): void => {
        timers.add(
          this.clock.after(WRITE_STALL_MS, () => {
            const now = this.board.unreadBytes
            if (now < before) wait(now)
            else reject(new AppError('timeout', t('The virtual board takes no bytes')))
          }),
        )
      }
      wait(this.board.unreadBytes)
    })
    return {
      stalled,
      dispose: () => {
        timers.dispose()
      },
    }
  }
}
