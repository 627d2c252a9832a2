import type { PartSurroundings } from '../../../../main/virtual/parts/part'
import { Register, REGISTER_BYTES, Registers } from '../../../../main/virtual/registers'
import { FakeClock } from '../../../rig/fakeClock'

/** What a part of the board needs, with a clock that the test moves. */
export interface PartBench extends Pick<PartSurroundings, 'registers' | 'changed'> {
  clock: FakeClock
  /** How often something changed that the board's picture shows. */
  changes: () => number
  /** Sets degrees Celsius and per cent of relative humidity. */
  air: (temperature: number, humidity: number) => void
}

export function partBench(): PartBench {
  const registers = new Registers(new SharedArrayBuffer(REGISTER_BYTES), 0)
  let changes = 0
  return {
    registers,
    clock: new FakeClock(),
    changed: () => {
      changes++
    },
    changes: () => changes,
    air: (temperature, humidity) => {
      registers.half(Register.temperature, Math.round(temperature * 100) & 0xffff)
      registers.half(Register.humidity, Math.round(humidity * 100))
    },
  }
}

/** Bytes as they stand in data sheets: `hex('be ef 92')`. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(text.split(' ').filter(Boolean), (byte) => parseInt(byte, 16))
}
