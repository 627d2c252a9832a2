import { type Clock, systemClock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type Disposable, Emitter } from '../../shared/lifecycle'
import { BindingPipe } from './bindingPipe'
import type { BytePipe } from './bytePipe'
import { classifyPortError, goneError } from './classifyPortError'
import { keepLinesOnClose } from './keepLinesOnClose'
import { withLimit } from './limit'
import { type DeviceIdentity, deviceVanished, identifyDevice } from './portDevice'
import { watchPresence } from './presenceCheck'
import { pulseReset } from './resetCircuit'
import { type OpenPort, loadSerialBinding } from './serialBinding'
import { SignalLines } from './signalLines'
import type { Gone, Signals, Transport } from './transport'
import { UnixPipe } from './unixPipe'

const OPEN_LIMIT_MS = 10_000
const CLOSE_LIMIT_MS = 2_000

/** How a serial port is opened. */
export interface SerialOptions {
  /** Bits per second; 115200 when absent. */
  baudRate?: number
  /** The lines after opening, where the board's profile asks for it; when absent they stay as the system leaves them. */
  dtr?: boolean
  rts?: boolean
  /** The lines lead to the board's reset: `hardReset` is there as soon as the port is open and has lines. */
  resetCircuit?: boolean
  clock?: Clock
}

interface Opened {
  port: OpenPort
  pipe: BytePipe
  /** The node that was opened; null on Windows, which has none. */
  device: DeviceIdentity | null
  lines: SignalLines
}

/** One state value. `releasing` resolves when the system's port is closed. */
type State =
  | { kind: 'new' }
  | { kind: 'opening'; opening: Promise<Opened>; callOff: (error: AppError) => void }
  | ({ kind: 'open' } & Opened)
  | { kind: 'gone' | 'closed'; releasing: Promise<void> }

/** A serial port of the computer, as a transport. Bytes that a pause held back are delivered before `onGone`. */
export class SerialTransport implements Transport {
  private readonly data = new Emitter<Uint8Array>()
  private readonly gone = new Emitter<Gone>()
  readonly onData = this.data.event
  readonly onGone = this.gone.event

  private state: State = { kind: 'new' }
  private readonly clock: Clock
  private writes: Promise<unknown> = Promise.resolve()
  /** True from the start of a write until the system has taken all of it; stays true after one that failed. */
  private unwritten = false
  private paused: { resumed: Promise<void>; resume: () => void; check: Disposable } | null = null
  private held: Uint8Array | null = null

  constructor(
    readonly path: string,
    private readonly options: SerialOptions = {},
  ) {
    this.clock = options.clock ?? systemClock
  }

  get hasSignals(): boolean {
    return this.state.kind === 'open' && this.state.lines.available
  }

  get hardReset(): (() => Promise<void>) | undefined {
    if (this.options.resetCircuit !== true || !this.hasSignals) return undefined
    return () => pulseReset((signals) => this.setSignals(signals), this.clock)
  }

  async open(): Promise<void> {
    if (this.state.kind !== 'new') throw new AppError('internal', t('{{path}} was opened before', { path: this.path }))
    const opening = this.openPort()
    const calledOff = new Promise<never>((_resolve, reject) => {
      this.state = { kind: 'opening', opening, callOff: reject }
    })
    try {
      const opened = await withLimit(
        this.clock,
        OPEN_LIMIT_MS,
        t('Opening {{path}}', { path: this.path }),
        Promise.race([opening, calledOff]),
      )
      // Closed in the moment between the opening and here.
      if (!this.isOpening()) throw this.notOpen()
      this.state = { kind: 'open', ...opened }
      void this.pump(opened.pipe)
    } catch (thrown) {
      if (this.isOpening()) this.state = { kind: 'closed', releasing: this.releaseLate(opening) }
      throw await classifyPortError(this.path, thrown)
    }
  }

  private isOpening(): boolean {
    return this.state.kind === 'opening'
  }

  private async openPort(): Promise<Opened> {
    const { baudRate = 115_200, dtr, rts } = this.options
    const binding = await loadSerialBinding()
    const port = await binding.open({ path: this.path, baudRate, hupcl: false, lock: true })
    try {
      await keepLinesOnClose(this.path, this.clock)
      const device = process.platform === 'win32' ? null : await identifyDevice(this.path)
      const pipe = 'poller' in port ? new UnixPipe(port, this.clock) : new BindingPipe(port, this.clock, baudRate)
      const lines = await SignalLines.of(port)
      if (lines.available && (dtr !== undefined || rts !== undefined)) await lines.set({ dtr, rts })
      return { port, pipe, device, lines }
    } catch (thrown) {
      await this.release(port)
      throw thrown
    }
  }

  /** Reads until the port is no longer open. */
  private async pump(pipe: BytePipe): Promise<void> {
    while (this.state.kind === 'open') {
      try {
        this.held = await pipe.read()
      } catch (thrown) {
        this.lose(thrown)
        return
      }
      while (this.paused !== null) await this.paused.resumed
      this.deliverHeld()
    }
  }

  private deliverHeld(): void {
    const bytes = this.held
    this.held = null
    if (bytes !== null && this.state.kind !== 'closed') this.data.fire(bytes)
  }

  write(bytes: Uint8Array): Promise<void> {
    const written = this.writes.then(() => this.writeNow(bytes))
    this.writes = written.catch(() => undefined) // the next write waits for this one; its failure is its caller's
    return written
  }

  private async writeNow(bytes: Uint8Array): Promise<void> {
    if (this.state.kind !== 'open') throw this.notOpen()
    this.unwritten = true
    try {
      await this.state.pipe.write(bytes)
    } catch (thrown) {
      if (thrown instanceof AppError) throw thrown
      this.lose(thrown)
      throw this.notOpen()
    }
    this.unwritten = false
  }

  private notOpen(): AppError {
    const details = { port: this.path }
    if (this.state.kind === 'gone') return goneError(this.path)
    if (this.state.kind === 'closed') return new AppError('cancelled', t('{{path}} was closed', { path: this.path }), details)
    return new AppError('not-connected', t('{{path}} is not open', { path: this.path }), details)
  }

  pause(): void {
    if (this.paused !== null) return
    let resume = (): void => undefined
    const resumed = new Promise<void>((resolve) => {
      resume = resolve
    })
    const check = watchPresence(
      this.clock,
      () => this.isPresent(),
      () => this.lose(goneError(this.path)),
    )
    this.paused = { resumed, resume, check }
  }

  resume(): void {
    this.paused?.check.dispose()
    this.paused?.resume()
    this.paused = null
  }

  private async isPresent(): Promise<boolean> {
    if (this.state.kind !== 'open') return true
    const { device, lines } = this.state
    return device === null ? await lines.answer() : !(await deviceVanished(device))
  }

  async setSignals(signals: Signals): Promise<void> {
    if (this.state.kind !== 'open') throw this.notOpen()
    if (!this.state.lines.available)
      throw new AppError('not-available', t('{{path}} has no signal lines', { path: this.path }), { port: this.path })
    try {
      await this.state.lines.set(signals)
    } catch (thrown) {
      throw await classifyPortError(this.path, thrown)
    }
  }

  /** The port vanished: says so once, although a read, a write and a presence check may all find out. */
  private lose(cause: unknown): void {
    if (this.state.kind !== 'open') return
    this.state = { kind: 'gone', releasing: this.release(this.state.port) }
    this.resume()
    this.deliverHeld()
    this.gone.fire({ reason: cause instanceof AppError ? cause.message : goneError(this.path, cause).message })
  }

  async close(): Promise<void> {
    const { state } = this
    if (state.kind === 'new') this.state = { kind: 'closed', releasing: Promise.resolve() }
    if (state.kind === 'open') this.state = { kind: 'closed', releasing: this.release(state.port) }
    if (state.kind === 'opening') {
      this.state = { kind: 'closed', releasing: this.releaseLate(state.opening) }
      state.callOff(this.notOpen())
    }
    this.resume()
    if (this.state.kind === 'gone' || this.state.kind === 'closed') await this.released(this.state.releasing)
  }

  /** The system may take its time to close a port; it then goes on without us. */
  private async released(releasing: Promise<void>): Promise<void> {
    try {
      await withLimit(this.clock, CLOSE_LIMIT_MS, t('Closing {{path}}', { path: this.path }), releasing)
    } catch {
      // Closing always resolves: there is nothing that anybody could do about it.
    }
  }

  /** Closes the port when the opening, for which nobody waits any more, has come to its end. */
  private async releaseLate(opening: Promise<Opened>): Promise<void> {
    try {
      await this.release((await opening).port)
    } catch {
      // It was never opened.
    }
  }

  private async release(port: OpenPort): Promise<void> {
    // A close waits for bytes that the other side doesn't take, for half a minute on Linux: after a stalled write they are thrown away.
    if (this.unwritten) await port.flush().catch(() => undefined) // a port that vanished can't be flushed
    await port.close().catch(() => undefined) // it is gone then
  }
}
