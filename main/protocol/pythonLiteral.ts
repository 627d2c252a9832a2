import { utf8 } from './bytes'

const QUOTE = 0x27
const BACKSLASH = 0x5c
const NEWLINE = 0x0a
const RETURN = 0x0d
/** The REPL acts on Ctrl-A to Ctrl-E wherever they stand. */
const LAST_REPL_BYTE = 0x05

/** A bytes literal of printable ASCII: any data, safe inside a line of source. */
export function pythonBytes(bytes: Uint8Array): string {
  const parts: string[] = ["b'"]
  for (const byte of bytes) {
    if (byte === QUOTE || byte === BACKSLASH) parts.push('\\', String.fromCharCode(byte))
    else if (byte === NEWLINE) parts.push('\\n')
    else if (byte === RETURN) parts.push('\\r')
    else if (byte < 0x20 || byte > 0x7e) parts.push('\\x', byte.toString(16).padStart(2, '0'))
    else parts.push(String.fromCharCode(byte))
  }
  parts.push("'")
  return parts.join('')
}

/** An expression for the text: a literal, or decoded UTF-8, which needs no Unicode escapes of the firmware. */
export function pythonString(text: string): string {
  const literal = pythonBytes(utf8(text))
  return /^[\x20-\x7e]*$/.test(text) ? literal.slice(1) : `__import__('builtins').str(${literal},'utf8')`
}

/** Source as the raw REPL may get it. Code that holds control bytes of the REPL goes as a literal, or they would end or interrupt it. */
export function pythonSource(code: string | Uint8Array): Uint8Array {
  const bytes = typeof code === 'string' ? utf8(code) : code
  return bytes.some((byte) => byte > 0 && byte <= LAST_REPL_BYTE) ? utf8(`exec(${pythonBytes(bytes)})`) : bytes
}
