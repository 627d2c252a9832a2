import { ByteReader } from '../../main/protocol/byteReader'
import { KnownPrompts } from '../../main/protocol/knownPrompts'
import type { Wire } from '../../main/protocol/wire'
import type { Transport } from '../../main/transport/transport'
import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/errors'

/** A transport as a wire, without a session; what comes in arrives in pieces of at most `cut` bytes, each in a turn of its own. */
export function wireOf(transport: Transport, clock: Clock, cut = Infinity): Wire {
  const reader = new ByteReader(clock)
  transport.onGone(({ reason }) => reader.fail(new AppError('port-gone', reason)))
  const queue: Uint8Array[] = []
  const deliver = (): void => {
    const piece = queue.shift()
    if (piece === undefined) return
    reader.push(piece)
    if (queue.length > 0) setImmediate(deliver)
  }
  transport.onData((bytes) => {
    if (cut === Infinity) {
      reader.push(bytes)
      return
    }
    const idle = queue.length === 0
    for (let start = 0; start < bytes.length; start += cut) queue.push(bytes.slice(start, start + cut))
    if (idle) setImmediate(deliver)
  })
  return { reader, clock, prompts: new KnownPrompts(), write: (bytes) => transport.write(bytes) }
}
