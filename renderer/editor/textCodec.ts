/** What a file's bytes are to the editor. A byte order mark stays the first character of the text. */
export type Decoded = { kind: 'text'; text: string } | { kind: 'binary' }

/** Files above this many bytes are opened only after a question. */
export const LARGE_TEXT_BYTES = 2 * 1024 * 1024

/** Reads bytes as UTF-8; anything that is not UTF-8, or holds a NUL, is binary. Line ends are left as they are. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.includes(0)) return { kind: 'binary' }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { kind: 'binary' }
  }
}

/** The bytes of a text: UTF-8, with a byte order mark only where the text begins with one. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** SHA-256 as lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** True when the text mixes kinds of line ends; the editor makes them all alike. */
export function hasMixedLineEnds(text: string): boolean {
  const kinds = new Set<string>()
  for (const [end] of text.matchAll(/\r\n|\n|\r/g)) {
    kinds.add(end)
    if (kinds.size > 1) return true
  }
  return false
}
