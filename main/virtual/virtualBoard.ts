import { Worker } from 'node:worker_threads'
import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type Disposable, DisposableStore, Emitter } from '../../shared/lifecycle'
import { AlwaysOn, ResetCause } from './alwaysOn'
import { BoardAlarms } from './boardAlarms'
import { BoardInput } from './boardInput'
import { type BoardMessage, type BoardSetup, Word, createLink } from './boardLink'
import { type BoardPower, isAtRest } from './boardPower'
import { ByteRing } from './byteRing'
import { ChipInputs } from './chipInputs'
import { readFirmware } from './firmware'
import type { Chip } from './hardware'
import { lockFolder } from '../workspace/folderLock'
import { InterruptLine } from './interruptLine'
import { Registers } from './registers'

/** Starting takes some 100 ms; on a busy machine several seconds. */
const POWER_ON_LIMIT_MS = 9_000
/** The most that is handed on in one turn of the event loop. */
const BATCH_BYTES = 32_768

/** What a virtual board needs from its surroundings. */
export interface VirtualBoardOptions {
  /** Where the flash lies on the host. One board at a time may use it. */
  folder: string
  /** The bundle of `boardWorker`. */
  workerPath: string
  clock: Clock
}

/**
 * A board made of a thread that runs MicroPython. It has power or hasn't, a reset button, and a wire; whether anyone listens to the
 * wire is nothing to it. Failures are AppErrors.
 */
export class VirtualBoard implements Chip, Disposable {
  private readonly data = new Emitter<Uint8Array>()
  private readonly died = new Emitter<string>()
  private readonly hardware = new Emitter<void>()
  private readonly alwaysOn = new AlwaysOn()
  private power: BoardPower | undefined
  private starting: Promise<void> | undefined
  private ending: Promise<void> = Promise.resolve()
  private disposed = false
  private restarting = false
  private paused = false
  private drainWanted = false

  /** What the board sends. Dropped when nobody listens. */
  readonly onData = this.data.event
  /** The board lost its power without having been told to; says why. */
  readonly onDied = this.died.event
  readonly onHardware = this.hardware.event

  constructor(private readonly options: VirtualBoardOptions) {}

  get isOn(): boolean {
    return this.power !== undefined || this.restarting
  }

  get registers(): Registers | undefined {
    return this.power?.inputs.registers
  }

  setInputs(write: (inputs: Registers) => void): void {
    write(this.alwaysOn.inputs)
    this.power?.inputs.changed()
  }

  /**
   * Gives the board power: it prints its banner, and runs boot.py and main.py. Resolves once the interpreter is there. Does nothing when
   * it is on. Rejects with `port-busy` (another process has this board), `timeout` or `port-failed`.
   */
  powerOn(): Promise<void> {
    return this.begin(ResetCause.power)
  }

  private begin(cause: ResetCause): Promise<void> {
    this.starting ??= this.start(cause)
      .catch((error: unknown) => {
        if (error instanceof AppError) throw error
        throw new AppError('port-failed', t('The virtual board cannot start: {{error}}', { error: String(error) }), {}, { cause: error })
      })
      .finally(() => {
        this.starting = undefined
      })
    return this.starting
  }

  /** Takes the power away, whatever the board does: what a program had not closed or flushed is lost, as on a board. */
  async powerOff(): Promise<void> {
    const { power } = this
    if (power !== undefined) {
      this.forget(power)
      void power.worker.terminate()
      this.ending = power.ended
    }
    await this.ending
  }

  /** As by the reset button. Files are kept, and the clock runs on. */
  hardReset(): Promise<void> {
    return this.restart(ResetCause.hard)
  }

  /** Ends the board's thread without a word, as a crash would: for tests of what comes then. */
  pullThePlug(): void {
    void this.power?.worker.terminate()
  }

  /** Sends bytes to the board. Resolves when its buffer (4 KB) has taken them; rejects with `port-gone` when it has no power, or loses it. */
  write(bytes: Uint8Array): Promise<void> {
    const { power } = this
    if (power === undefined) return Promise.reject(new AppError('port-gone', t('The virtual board is off')))
    return power.input.write(bytes)
  }

  /** How many bytes the board has still to take. */
  get unreadBytes(): number {
    return this.power?.input.waitingBytes ?? 0
  }

  /** True while the board waits for bytes and none are on their way, in either direction; and while it is off. */
  get isAtRest(): boolean {
    return this.power === undefined ? !this.restarting && this.starting === undefined : isAtRest(this.power)
  }

  /** Stops `onData`. When the wire is full (32 KB), the board waits. */
  pause(): void {
    this.paused = true
  }

  resume(): void {
    this.paused = false
    if (this.drainWanted) this.scheduleDrain()
  }

  dispose(): void {
    this.disposed = true
    void this.powerOff()
    this.data.dispose()
    this.died.dispose()
    this.hardware.dispose()
  }

  private async restart(cause: ResetCause): Promise<void> {
    this.restarting = true
    try {
      await this.powerOff()
      await this.begin(cause)
    } finally {
      this.restarting = false
      this.hardware.fire()
    }
  }

  private async start(cause: ResetCause): Promise<void> {
    if (this.power !== undefined) return
    await this.ending
    const lock = await lockFolder(this.options.folder, t('The virtual board'))
    try {
      await this.startWorker(lock, cause)
    } catch (error) {
      lock.dispose()
      throw error
    }
  }

  private async startWorker(lock: Disposable, cause: ResetCause): Promise<void> {
    if (this.disposed) throw new AppError('cancelled', t('The virtual board is no longer needed'))
    const { clock, folder, workerPath } = this.options
    const { alwaysOn } = this
    if (cause === ResetCause.power) alwaysOn.powerUp(new Date(clock.now()))
    else alwaysOn.restart(cause)
    const link = createLink()
    const setup: BoardSetup = { link, firmware: readFirmware(), folder, alwaysOn: alwaysOn.shared }
    const worker = new Worker(workerPath, { workerData: setup, name: 'virtual board' })
    const owned = new DisposableStore()
    const inputs = new ChipInputs(link, alwaysOn, clock)
    const power: BoardPower = {
      worker,
      link,
      output: new ByteRing(link.output),
      control: new Int32Array(link.control),
      input: owned.add(new BoardInput(link, clock)),
      inputs,
      alarms: owned.add(new BoardAlarms(alwaysOn, clock, inputs, () => this.restartItself(ResetCause.watchdog))),
      owned,
      ended: new Promise((resolve) => {
        worker.once('exit', () => {
          lock.dispose()
          resolve()
        })
      }),
    }
    this.power = power
    await new Promise<void>((resolve, reject) => {
      const limit = clock.after(POWER_ON_LIMIT_MS, () => {
        this.forget(power)
        void worker.terminate()
        reject(new AppError('timeout', t('The virtual board did not start')))
      })
      const fail = (reason: string): void => {
        limit.dispose()
        reject(new AppError('port-failed', reason))
        this.die(power, reason)
      }
      worker.on('message', (message: BoardMessage) => {
        if (message.kind === 'memory') {
          limit.dispose()
          resolve()
        }
        this.receive(power, message)
      })
      worker.once('error', (error: Error) => {
        fail(`The virtual board failed: ${error.message}`)
      })
      worker.once('exit', () => {
        fail('The virtual board lost its power')
      })
    })
  }

  private receive(power: BoardPower, message: BoardMessage): void {
    if (power !== this.power) return
    switch (message.kind) {
      case 'memory':
        this.takeUp(power, new InterruptLine(message.memory), new Registers(message.memory, message.registers))
        return
      case 'hardware':
        this.hardware.fire()
        return
      case 'alarm':
        power.alarms.look()
        return
      case 'output':
        this.scheduleDrain()
        return
      case 'inputTaken':
        power.input.pump()
        return
      case 'reset':
        if (message.afterMs === Infinity) return
        power.owned.add(this.options.clock.after(message.afterMs, () => this.restartItself(message.cause)))
        return
      default:
        message satisfies never
    }
  }

  private takeUp(power: BoardPower, line: InterruptLine, registers: Registers): void {
    power.input.update(line)
    power.inputs.update(registers, line)
    this.hardware.fire()
  }

  private restartItself(cause: ResetCause): void {
    this.restart(cause).catch((error: unknown) => {
      this.died.fire(AppError.from(error).message)
    })
  }

  /** Once a turn of the event loop, so that a program that prints without pause leaves time for everything else. */
  private scheduleDrain(): void {
    this.drainWanted = true
    if (this.paused) return
    setImmediate(() => {
      const { power } = this
      if (power === undefined || this.paused || !this.drainWanted) return
      this.drainWanted = false
      Atomics.store(power.control, Word.outputTold, 0)
      const bytes = power.output.takeAll(BATCH_BYTES)
      Atomics.add(power.control, Word.room, 1)
      Atomics.notify(power.control, Word.room)
      if (bytes.length > 0) this.data.fire(bytes)
    })
  }

  private die(power: BoardPower, reason: string): void {
    if (power !== this.power) return
    this.forget(power)
    this.died.fire(reason)
  }

  private forget(power: BoardPower): void {
    if (this.power === power) this.power = undefined
    this.drainWanted = false
    power.owned.dispose()
    this.hardware.fire()
  }
}
