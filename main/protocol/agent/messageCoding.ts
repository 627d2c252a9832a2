import { crc32 } from 'node:zlib'
import { utf8 } from '../bytes'
import { ESCAPE, ESCAPED, MARK } from './agentScript'

/** Bytes of a message around its payload. */
export const MESSAGE_HEADER = 14

const ZERO = 0x30
/** By byte: its place in `ESCAPED`, or -1. */
const PLACES = Int8Array.from({ length: 256 }, (_, byte) => ESCAPED.indexOf(byte))

/** Bytes as they may be sent to an agent; random ones become 2.4% more. */
export function escapeBytes(bytes: Uint8Array): Uint8Array {
  const escaped = new Uint8Array(bytes.length * 2)
  let length = 0
  for (const byte of bytes) {
    const place = PLACES[byte] ?? -1
    if (place >= 0) {
      escaped[length++] = ESCAPE
      escaped[length++] = ZERO + place
    } else escaped[length++] = byte
  }
  return escaped.subarray(0, length)
}

/** How many bytes of `bytes`, from `start` on, become at most `room` bytes when they are escaped. */
export function fittingLength(bytes: Uint8Array, start: number, room: number): number {
  let left = room
  let at = start
  for (; at < bytes.length; at += 1) {
    left -= PLACES[bytes[at] ?? 0] === -1 ? 1 : 2
    if (left < 0) break
  }
  return at - start
}

/** A message for the agent: see agentScript.ts. `seq` is one character. An empty expression ends the agent. */
export function encodeMessage(seq: string, expression: string, data: Uint8Array): Uint8Array {
  const payload = escapeBytes(new Uint8Array(Buffer.concat([utf8(`${expression}\n`), data])))
  const head = seq + hex(payload.length, 4)
  const crc = crc32(payload, crc32(head))
  return new Uint8Array(Buffer.concat([Uint8Array.of(MARK), utf8(head + hex(crc, 8)), payload]))
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
