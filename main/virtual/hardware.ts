import { AppError } from '../../shared/errors'
import {
  FIXED_PINS,
  type Hardware,
  type HardwareChange,
  HardwareInputs,
  type InputsPatch,
  restingHardware,
  Wiring,
} from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { type Disposable, Emitter } from '../../shared/lifecycle'

/** What lies around the virtual board's chip: lights and sensors, and the fingers that press its buttons. */
export class BoardHardware implements Disposable {
  private readonly changed = new Emitter<HardwareChange>()
  private now: Hardware = { state: restingHardware(false), inputs: HardwareInputs.parse({}), wiring: Wiring.parse({}) }
  readonly onChange = this.changed.event

  get(): Hardware {
    return this.now
  }

  /** The user presses, turns or warms something. */
  setInputs(patch: InputsPatch): void {
    const inputs = { ...this.now.inputs, ...patch }
    this.now = { ...this.now, inputs }
    this.changed.fire({ inputs })
  }

  /** Moves parts to other pins, for good. Rejects with `exists` when two would be on one pin. */
  wire(wiring: Wiring): Promise<void> {
    const pins = [...Object.values(wiring), ...Object.values(FIXED_PINS)]
    if (new Set(pins).size < pins.length) return Promise.reject(new AppError('exists', t('Two parts can’t be on one pin.')))
    this.now = { ...this.now, wiring }
    this.changed.fire({ wiring })
    return Promise.resolve()
  }

  dispose(): void {
    this.changed.dispose()
  }
}
