import type { Worker } from 'node:worker_threads'
import type { DisposableStore } from '../../shared/lifecycle'
import type { BoardAlarms } from './boardAlarms'
import type { BoardInput } from './boardInput'
import { type BoardLink, Word } from './boardLink'
import type { ByteRing } from './byteRing'
import type { ChipInputs } from './chipInputs'

/** What exists only while the board has power. */
export interface BoardPower {
  worker: Worker
  link: BoardLink
  output: ByteRing
  control: Int32Array
  input: BoardInput
  inputs: ChipInputs
  alarms: BoardAlarms
  /** What ends with the power. */
  owned: DisposableStore
  ended: Promise<void>
}

/** True while the board sleeps until bytes come, and none are on their way in either direction. */
export function isAtRest({ control, input, output }: BoardPower): boolean {
  // In this order: what the board sent, it sent before it lay down to rest.
  if (input.waitingBytes > 0 || Atomics.load(control, Word.resting) !== Atomics.load(control, Word.wake)) return false
  return output.length === 0 && Atomics.load(control, Word.outputTold) === 0
}
