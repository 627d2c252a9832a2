import { t } from '../../shared/language/language'
import { ByteReader } from '../protocol/byteReader'
import type { Wire } from '../protocol/wire'
import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { type Disposable, DisposableStore, Emitter } from '../../shared/lifecycle'
import type { Gone, Transport } from '../transport/transport'
import { concatBytes } from './itemList'
import type { Screen } from './screen'

/** Bytes of typing kept while a job has the port. */
export const HELD_INPUT_BYTES = 4_096

/** The sole owner of a port: its bytes go to the screen, or to the job that has claimed it; what the user types waits for the job. */
export class PortOwner implements Disposable {
  private transport: Transport | undefined
  private listening = new DisposableStore()
  private reader: ByteReader | undefined
  private readerError: AppError | undefined
  private held: Uint8Array[] = []
  private heldBytes = 0
  private early: Uint8Array[] | undefined
  private isPaused = false
  private hasSent = false
  private readonly vanished = new Emitter<Gone>()
  private readonly firstSent = new Emitter<undefined>()
  private readonly openedPort = new Emitter<undefined>()

  /** True while typing is kept for later: set while the port is claimed, but for a program that reads what is typed. */
  holdsInput = false
  /** When the user's last typing was sent, on the monotonic clock. */
  lastInputAt = -Infinity

  /** Fires once when the open port vanished; it is closed then. */
  readonly onGone = this.vanished.event
  /** Fires when a port was opened, before anything that it says is shown. */
  readonly onOpened = this.openedPort.event
  /** Fires before the first byte is sent to a port that was opened. */
  readonly onFirstSent = this.firstSent.event

  constructor(
    private readonly clock: Clock,
    private readonly screen: Screen,
  ) {}

  get isOpen(): boolean {
    return this.transport !== undefined && this.early === undefined
  }

  get canHardReset(): boolean {
    return this.transport?.hardReset !== undefined
  }

  /** Opens; nothing is sent. Bytes that come meanwhile are shown after `greet` was called. Rejects as `Transport.open` does. */
  async open(transport: Transport, greet: () => void): Promise<void> {
    const listening = new DisposableStore()
    this.listening = listening
    this.transport = transport
    this.early = []
    this.hasSent = false
    const gone: { early?: Gone } = {}
    listening.add(
      transport.onData((bytes) => {
        this.receive(bytes)
      }),
    )
    listening.add(
      transport.onGone((reason) => {
        if (this.early === undefined) this.lose(transport, reason)
        else gone.early = reason // should `open` not fail by itself
      }),
    )
    try {
      await transport.open()
      if (this.transport !== transport) throw new AppError('cancelled', t('Opening {{path}} was called off', { path: transport.path }))
    } catch (error) {
      listening.dispose()
      if (this.transport === transport) this.transport = undefined
      await transport.close()
      throw error
    }
    const early = this.early
    this.early = undefined
    if (this.isPaused) transport.pause()
    greet()
    this.openedPort.fire(undefined)
    for (const bytes of early) this.receive(bytes)
    if (gone.early !== undefined) this.lose(transport, gone.early)
  }

  /** Takes the port for a job; until `release` its bytes come to the wire's reader alone. Throws `busy` or `not-connected`. */
  claim(): Wire {
    if (this.reader !== undefined) throw new AppError('busy', t('Another job has the port'))
    this.live()
    const reader = new ByteReader(this.clock)
    this.reader = reader
    this.readerError = undefined
    this.holdsInput = true
    return {
      reader,
      clock: this.clock,
      prompts: this.screen.prompts,
      write: (bytes) => (this.readerError === undefined ? this.write(bytes) : Promise.reject(this.readerError)),
    }
  }

  /** Gives the port back: what the job left unread is shown, what the user typed meanwhile is sent. */
  release(): void {
    const reader = this.reader
    this.reader = undefined
    this.holdsInput = false
    if (reader !== undefined) this.screen.show(reader.takeBuffered())
  }

  /** The job that has the port reads and writes no more: this error instead. */
  failReader(error: AppError): void {
    if (this.reader === undefined || this.readerError !== undefined) return
    this.readerError = error
    this.reader.fail(error)
  }

  /** Every byte, in order. Rejects with `port-gone`, `timeout` or `not-connected`. */
  write(bytes: Uint8Array): Promise<void> {
    if (this.transport === undefined) return Promise.reject(new AppError('port-gone', t('The port vanished')))
    if (!this.hasSent) {
      this.hasSent = true
      this.firstSent.fire(undefined)
    }
    return this.transport.write(bytes)
  }

  /** What the user typed: sent at once, or kept (4 KB, then `busy`) while a job has the port. Answers true when it was sent. */
  async type(bytes: Uint8Array): Promise<boolean> {
    if (this.holdsInput) {
      if (this.heldBytes + bytes.length > HELD_INPUT_BYTES)
        throw new AppError('busy', t('The board is busy: not everything typed can be kept'))
      this.held.push(bytes)
      this.heldBytes += bytes.length
      return false
    }
    this.live()
    this.lastInputAt = this.clock.monotonic()
    await this.write(bytes)
    return true
  }

  /** What was typed while a job had the port; the caller sends it. */
  takeHeld(): Uint8Array {
    const held = concatBytes(this.held.splice(0))
    this.heldBytes = 0
    return held
  }

  /** Holds the board's output back, or lets it come. */
  hold(on: boolean): void {
    this.isPaused = on
    if (on) this.transport?.pause()
    else this.transport?.resume()
  }

  /** See `Transport.hardReset`; rejects with `not-available` where there is none. */
  async hardReset(): Promise<void> {
    const transport = this.live()
    if (transport.hardReset === undefined) throw new AppError('not-available', t('This board can only be reset by its own button'))
    await transport.hardReset()
  }

  /** Always resolves; the board goes on as it is. */
  async close(): Promise<void> {
    const transport = this.transport
    this.transport = undefined
    this.listening.dispose()
    this.failReader(new AppError('cancelled', t('The port was closed')))
    await transport?.close()
  }

  dispose(): void {
    this.vanished.dispose()
    this.firstSent.dispose()
    this.openedPort.dispose()
  }

  private live(): Transport {
    if (this.transport === undefined || this.early !== undefined) throw new AppError('not-connected', t('The port is not open'))
    return this.transport
  }

  private receive(bytes: Uint8Array): void {
    if (this.early !== undefined) this.early.push(bytes)
    else if (this.reader !== undefined) this.reader.push(bytes)
    else this.screen.show(bytes)
  }

  private lose(transport: Transport, gone: Gone): void {
    if (this.transport !== transport) return
    this.transport = undefined
    this.listening.dispose()
    this.failReader(new AppError('port-gone', gone.reason, { port: transport.path }))
    void transport.close() // always resolves
    this.vanished.fire(gone)
  }
}
