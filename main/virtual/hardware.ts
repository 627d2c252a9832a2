import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import {
  type Hardware,
  type HardwareChange,
  HardwareInputs,
  type HardwareState,
  type InputsPatch,
  restingHardware,
  Wiring,
} from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { type Disposable, Emitter, type Event } from '../../shared/lifecycle'
import { JsonFile } from '../settings/jsonFile'
import { takenPins, writeInputs } from './hardwareInputs'
import { hardwareChange, readHardware } from './hardwareState'
import { Register, type Registers } from './registers'

/** No more than one picture a frame. */
const FRAME_MS = 33

/** The board's chip, as what lies around it sees it. */
export interface Chip {
  /** Undefined while there is no power, or no interpreter yet. */
  readonly registers: Registers | undefined
  readonly isOn: boolean
  /** Power came or went, an interpreter began, or registers changed while `Register.changed` was 0. */
  readonly onHardware: Event<void>
  /** Changes what is around the chip: `write` gets registers to write it into. */
  setInputs(write: (inputs: Registers) => void): void
}

/** What lies around the virtual board's chip: lights and sensors, and the fingers that press its buttons. */
export class BoardHardware implements Disposable {
  private readonly changed = new Emitter<HardwareChange>()
  private readonly file: JsonFile<Wiring>
  private readonly watching: Disposable
  private now: Hardware = { state: restingHardware(false), inputs: HardwareInputs.parse({}), wiring: Wiring.parse({}) }
  private looking: Disposable | undefined
  private lookedAt = -Infinity

  constructor(
    private readonly chip: Chip,
    private readonly clock: Clock,
    /** Where the wiring is kept. */
    wiringFile: string,
  ) {
    this.file = new JsonFile(wiringFile, Wiring)
    this.watching = chip.onHardware(() => this.lookSoon())
    this.putInputs()
  }

  /** While somebody listens, the board is looked at when it has changed, once a frame at most; else only when asked. */
  readonly onChange: Event<HardwareChange> = (listener) => {
    const listening = this.changed.event(listener)
    this.look()
    return listening
  }

  /** Takes up the wiring of the last time. Rejects with the system's error when its file can't be read. */
  async load(): Promise<void> {
    this.now = { ...this.now, wiring: await this.file.read() }
    this.putInputs()
  }

  /** What the board shows at this moment. */
  get(): Hardware {
    this.look()
    return this.now
  }

  /** The user presses, turns or warms something. */
  setInputs(patch: InputsPatch): void {
    const inputs = { ...this.now.inputs, ...patch }
    this.now = { ...this.now, inputs }
    this.putInputs()
    this.changed.fire({ inputs })
    this.lookSoon()
  }

  /** Moves parts to other pins, for good. Rejects with `exists` when two would be on one pin, or with the system's error. */
  async wire(wiring: Wiring): Promise<void> {
    const pins = takenPins(wiring)
    if (new Set(pins).size < pins.length) throw new AppError('exists', t('Two parts can’t be on one pin.'))
    await this.file.write(wiring)
    this.now = { ...this.now, wiring }
    this.putInputs()
    this.changed.fire({ wiring })
    this.lookSoon()
  }

  dispose(): void {
    this.watching.dispose()
    this.looking?.dispose()
    this.changed.dispose()
  }

  private putInputs(): void {
    const { inputs, wiring } = this.now
    this.chip.setInputs((registers) => writeInputs(registers, inputs, wiring))
  }

  private lookSoon(): void {
    if (!this.changed.hasListeners || this.looking !== undefined) return
    const wait = Math.max(0, this.lookedAt + FRAME_MS - this.clock.monotonic())
    this.looking = this.clock.after(wait, () => {
      this.looking = undefined
      if (this.changed.hasListeners) this.look()
    })
  }

  private look(): void {
    this.lookedAt = this.clock.monotonic()
    const after = this.read()
    const state = hardwareChange(this.now.state, after)
    if (state === undefined) return
    this.now = { ...this.now, state: after }
    this.changed.fire({ state })
  }

  private read(): HardwareState {
    const { registers, isOn } = this.chip
    if (registers === undefined) return restingHardware(isOn)
    // Before reading: what changes from now on is told again.
    registers.byte(Register.changed, 0)
    return readHardware(registers)
  }
}
