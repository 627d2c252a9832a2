import type { FirmwareFacts } from '../../shared/firmware'
import { type AnswerLine, ask, hexBytes, lineOf } from './boardAnswer'
import { FINGERPRINT_SCRIPT, FIRST_SCRIPT, OS_FUNCTIONS, SECOND_SCRIPT } from './probeScripts'
import type { RawRepl } from './rawRepl'

/** What the engine needs to know of a firmware, and of the board's memory when it asked. */
export interface Firmware extends FirmwareFacts {
  /** Bytes of the heap that were free after a collection, when the job that asked began; 0 where the firmware can't say. */
  freeMemory: number
}

/** See `FirmwareFacts.encoding`. */
export type Encoding = FirmwareFacts['encoding']

/** What tells a firmware on a board from every other, and what is free in its memory now. */
export interface Fingerprint {
  /** Equal for the same build on the same board; empty where nothing can be told apart by it. */
  text: string
  freeMemory: number
}

/** Longer values are cut: they are shown, and a board is not trusted. */
const MAX_VALUE = 200
const MAX_FINGERPRINT = 1_000

/**
 * Asks the firmware what it is and can do: one round trip, and a second one where the file system has folders, for smaller boards have no use
 * for what it asks. Throws as `exec` does, and `board-error`.
 */
export async function probe(repl: RawRepl, signal?: AbortSignal): Promise<Firmware> {
  const lines = await ask(repl, FIRST_SCRIPT, { path: '/', platform: '', signal })
  if (lineOf(lines, 'd') !== undefined) lines.push(...(await ask(repl, SECOND_SCRIPT, { path: '/', platform: '', signal })))
  const fact = (kind: string): string | undefined => textOfFact(lines, kind, MAX_VALUE)
  const has = (kind: string): boolean => fact(kind) !== undefined
  const uniqueId = fact('U')
  const mpy = wholeNumber(fact('y'))
  const inflate = has('D') ? 'deflate' : has('z') ? 'zlib' : has('u') ? 'uzlib' : undefined
  const maxSize = fact('x')
  // Where nothing is mounted at / (its size is 0 then), the files are in /flash.
  const root = fact('s') === '0' && has('f') && fact('f') !== '0' ? '/flash' : '/'
  return {
    implementation: fact('I') ?? 'unknown',
    version: fact('V') ?? '',
    machine: fact('M') ?? fact('O') ?? '',
    platform: fact('P') ?? '',
    root,
    ...(uniqueId !== undefined && /^[0-9a-f]+$/.test(uniqueId) ? { uniqueId } : {}),
    hasHash: has('h'),
    hasRename: has('r'),
    hasFolders: has('d'),
    hasBinascii: has('b'),
    // A binascii with a file is written in Python: its base64 is a hundred times slower than the native hexlify below it.
    encoding: fact('c') === 'False' ? 'base64' : has('b') ? 'hex' : 'plain',
    hasStatvfs: has('s'),
    pasteMode: repl.pasteMode ?? 'raw',
    ...(mpy === undefined ? {} : { mpy }),
    ...(inflate === undefined ? {} : { inflate }),
    canDeflate: has('C'),
    hasCrc32: has('3'),
    hasBinaryInput: has('i'),
    hasBinaryOutput: has('o'),
    hasKbdIntr: has('k'),
    hasThreads: has('T'),
    osFunctions: OS_FUNCTIONS.filter((name) => (fact('F') ?? '').split(' ').includes(name)),
    ...(maxSize !== undefined && /^\d{1,30}$/.test(maxSize) ? { maxSize } : {}),
    freeMemory: wholeNumber(fact('g')) ?? 0,
  }
}

/** Asks for what tells this firmware from another: one short round trip. Throws as `probe` does. */
export async function askFingerprint(repl: RawRepl, signal?: AbortSignal): Promise<Fingerprint> {
  const lines = await ask(repl, FINGERPRINT_SCRIPT, { path: '/', platform: '', signal })
  return {
    text: textOfFact(lines, 'f', MAX_FINGERPRINT) ?? textOfFact(lines, 'e', MAX_FINGERPRINT) ?? '',
    freeMemory: wholeNumber(textOfFact(lines, 'g', MAX_VALUE)) ?? 0,
  }
}

/** A fact's text, without control characters. */
function textOfFact(lines: readonly AnswerLine[], kind: string, most: number): string | undefined {
  const bytes = hexBytes(lineOf(lines, kind)?.fields[0])
  if (bytes === undefined) return undefined
  return new TextDecoder()
    .decode(bytes)
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
    .slice(0, most)
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
