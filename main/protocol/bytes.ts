const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The two arrays in one; an empty one costs nothing. */
export function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  if (second.length === 0) return first
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** All the arrays in one. */
export function concatAll(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : new Uint8Array(Buffer.concat(parts))
}

/** Where `pattern` first begins; -1 when nowhere. */
export function indexOfBytes(bytes: Uint8Array, pattern: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(pattern)
}

/** True when `bytes` ends with `ending`. */
export function endsWith(bytes: Uint8Array, ending: Uint8Array): boolean {
  return bytes.length >= ending.length && ending.every((byte, index) => bytes[bytes.length - ending.length + index] === byte)
}

/** How many bytes at the end of `bytes` begin `pattern` without completing it. */
export function partialMatch(bytes: Uint8Array, pattern: Uint8Array): number {
  for (let length = Math.min(bytes.length, pattern.length - 1); length > 0; length -= 1) {
    if (endsWith(bytes, pattern.subarray(0, length))) return length
  }
  return 0
}

/** The text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Text for people or for strict parsing; what is not UTF-8 becomes U+FFFD. Never throws. */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}
