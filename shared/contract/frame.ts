import { z } from 'zod'
import { AppError, WireError } from '../errors'

/**
 * The messages of the contract over a WebSocket. One binary frame is: length of the header (32 bit, little-endian), the header
 * (JSON, UTF-8), then the binary parts one after another. A Uint8Array anywhere in the value becomes `{"$bytes": length}` in the
 * header, in order of appearance.
 */
export const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('request'), id: z.number(), name: z.string(), params: z.unknown() }),
  z.object({ kind: z.literal('result'), id: z.number(), result: z.unknown() }),
  z.object({ kind: z.literal('error'), id: z.number(), error: WireError }),
  z.object({ kind: z.literal('event'), name: z.string(), payload: z.unknown() }),
])
export type Message = z.infer<typeof Message>

const BYTES_KEY = '$bytes'

/** Makes one binary frame of a message. */
export function encodeFrame(message: Message): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const header = new TextEncoder().encode(
    // `this[key]` is the value before a Buffer's own toJSON has turned it into numbers.
    JSON.stringify(message, function (this: Record<string, unknown>, key: string, value: unknown) {
      const raw = this[key]
      if (!(raw instanceof Uint8Array)) return value
      parts.push(raw)
      return { [BYTES_KEY]: raw.length }
    }),
  )
  const total = parts.reduce((sum, part) => sum + part.length, 4 + header.length)
  const frame = new Uint8Array(total)
  new DataView(frame.buffer).setUint32(0, header.length, true)
  frame.set(header, 4)
  let at = 4 + header.length
  for (const part of parts) {
    frame.set(part, at)
    at += part.length
  }
  return frame
}

/** Reads a frame; throws `invalid-request` for anything that is not one. The parts are copies: the frame may be reused. */
export function decodeFrame(frame: Uint8Array): Message {
  const bad = (why: string): AppError => new AppError('invalid-request', `A message could not be read: ${why}`)
  if (frame.length < 4) throw bad('it is too short')
  const headerLength = new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(0, true)
  if (4 + headerLength > frame.length) throw bad('its header is cut off')
  let at = 4 + headerLength
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(frame.subarray(4, at)))
  } catch {
    throw bad('its header is not JSON')
  }
  const revive = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item
    if (Array.isArray(item)) return item.map(revive)
    const keys = Object.keys(item)
    const length = (item as Record<string, unknown>)[BYTES_KEY]
    if (keys.length === 1 && typeof length === 'number') {
      if (!Number.isInteger(length) || length < 0 || at + length > frame.length) throw bad('a binary part is cut off')
      at += length
      return frame.slice(at - length, at)
    }
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, revive(inner)]))
  }
  const revived = revive(value)
  if (at !== frame.length) throw bad('bytes are left over')
  const message = Message.safeParse(revived)
  if (!message.success) throw bad('it does not fit the contract')
  return message.data
}
