import type { Clock } from '../../shared/clock'
import type { ByteReader } from './byteReader'
import type { KnownPrompts } from './knownPrompts'

/** What the protocol needs of whoever owns the port. */
export interface Wire {
  /** Hands every byte to the port, in order; rejects with `port-gone`, or `timeout` when nothing is taken. */
  write(bytes: Uint8Array): Promise<void>
  /** Gets everything the board sends while the protocol owns the port. */
  readonly reader: ByteReader
  readonly clock: Clock
  /** What the board's prompt looks like, as far as it was learned; kept by whoever owns the port. */
  readonly prompts: KnownPrompts
}
