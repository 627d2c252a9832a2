import type { ResetCause } from './alwaysOn'
import { ByteRing } from './byteRing'

/** What the host and the board's thread share. */
export interface BoardLink {
  control: SharedArrayBuffer
  input: SharedArrayBuffer
  output: SharedArrayBuffer
}

/** Words of `control`. The board sleeps on the first two; the host never waits. */
export const Word = {
  /** Counts what could wake a sleeping board: input and interrupts. */
  wake: 0,
  /** Counts what could free a board that waits for room: the host took output, or interrupts. */
  room: 1,
  /** 1 while the host has been told of output and hasn't looked yet. */
  outputTold: 2,
  /** 1 while the host wants to be told that input was taken. */
  inputWanted: 3,
  /** Counts the interrupts by Ctrl-C. */
  interrupts: 4,
  /** While the board sleeps until the host wakes it: the count of `wake` that it has seen. `AWAKE` at all other times. */
  resting: 5,
} as const

/** See `Word.resting`. */
export const AWAKE = -1

/** What the board's thread tells the host. */
export type BoardMessage =
  | { kind: 'memory'; memory: SharedArrayBuffer; registers: number } // a new interpreter works in this memory; where its registers lie
  | { kind: 'hardware' } // a register changed that the board's picture shows; told once until `Register.changed` is 0 again
  | { kind: 'output' }
  | { kind: 'inputTaken' }
  | { kind: 'alarm' } // something is due before `AlwaysOn.watchedUntil`
  | { kind: 'reset'; cause: ResetCause; afterMs: number } // the board stopped, and wants to be reset after that time; Infinity: by the user only

/** What the board's thread is started with. */
export interface BoardSetup {
  link: BoardLink
  firmware: Uint8Array
  folder: string
  /** See `AlwaysOn`. */
  alwaysOn: SharedArrayBuffer
}

/** As much as a board's USB stack would hold. */
const INPUT_BYTES = 4_096
const OUTPUT_BYTES = 32_768

/** Fresh shared memory for one power cycle. */
export function createLink(): BoardLink {
  const control = new SharedArrayBuffer(24)
  Atomics.store(new Int32Array(control), Word.resting, AWAKE)
  return { control, input: ByteRing.allocate(INPUT_BYTES), output: ByteRing.allocate(OUTPUT_BYTES) }
}
