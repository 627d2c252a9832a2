import type { PinState } from '../../shared/hardware'

/** What people hear. */
const LOWEST_HERTZ = 20
const HIGHEST_HERTZ = 20_000
/** Quiet: a square wave is piercing. */
const GAIN = 0.04
/** Short enough to be a beep's edge, long enough not to click. Seconds. */
const EDGE_S = 0.008

/** The pitch of a buzzer between this pin and ground, in Hz; null while it is silent. A level that stays makes no sound. */
export function buzzerPitch(pin: PinState | undefined): number | null {
  if (pin?.use !== 'pwm') return null
  const { frequency = 0, duty = 0 } = pin
  return duty > 0 && duty < 1 && frequency >= LOWEST_HERTZ && frequency <= HIGHEST_HERTZ ? frequency : null
}

/** Makes the buzzer heard. Opens the computer's sound only when there is something to play. */
export class BuzzerSound {
  private parts: { context: AudioContext; oscillator: OscillatorNode; gain: GainNode } | null = null

  /** Plays this pitch from now on, or nothing. */
  play(hertz: number | null): void {
    if (hertz !== null) {
      this.parts ??= openSound()
      this.parts.oscillator.frequency.setValueAtTime(hertz, this.parts.context.currentTime)
    }
    this.parts?.gain.gain.setTargetAtTime(hertz === null ? 0 : GAIN, this.parts.context.currentTime, EDGE_S)
  }

  /** Silent for good; the computer's sound is let go. */
  dispose(): void {
    const parts = this.parts
    this.parts = null
    parts?.oscillator.stop()
    void parts?.context.close()
  }
}

function openSound(): { context: AudioContext; oscillator: OscillatorNode; gain: GainNode } {
  const context = new AudioContext()
  const gain = context.createGain()
  gain.gain.value = 0
  gain.connect(context.destination)
  const oscillator = context.createOscillator()
  oscillator.type = 'square'
  oscillator.connect(gain)
  oscillator.start()
  return { context, oscillator, gain }
}
