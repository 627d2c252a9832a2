import { createHash } from 'node:crypto'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type AnswerLine, ask, count, DATA, lineOf } from './boardAnswer'
import { readScript } from './boardScripts'
import { concatAll } from './bytes'
import type { Firmware } from './probe'
import type { RawRepl } from './rawRepl'

/** How a transfer tells how far it is, in bytes, and how it is called off. */
export interface TransferOptions {
  onProgress?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** No board has a bigger file; a board that claims one is broken. */
export const MAX_FILE = 32 * 1024 * 1024
/** A copy that was harmed on the way is asked for once more. */
const TRIES = 2

/**
 * The bytes of a file whose size is known, in one round trip; compared with the board's own hash where it has one. Throws `hash-mismatch`
 * when two tries came harmed, `cancelled`, and what the board's error stands for.
 */
export async function readBoardFile(
  repl: RawRepl,
  firmware: Firmware,
  path: string,
  size: number,
  options: TransferOptions,
): Promise<Uint8Array> {
  if (size > MAX_FILE) throw new AppError('too-large', t('{{path}} is too large to be read', { path }), { path, limit: MAX_FILE })
  for (let tried = 0; tried < TRIES; tried += 1) {
    const bytes = await readOnce(repl, firmware, path, size, options)
    if (bytes !== undefined) return bytes
  }
  throw new AppError('hash-mismatch', t('{{path}} was harmed on its way from the board', { path }), { path })
}

/** Undefined when what came is not what the board read. */
async function readOnce(
  repl: RawRepl,
  firmware: Firmware,
  path: string,
  size: number,
  { onProgress, signal }: TransferOptions,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let done = 0
  onProgress?.(0, size)
  const answered = ask(repl, readScript(firmware.hasFolders ? path : path.slice(1), firmware), {
    path,
    platform: firmware.platform,
    hasCrc32: firmware.hasCrc32,
    signal,
    onLine(line) {
      const data = firmware.hasHash ? line : line.slice(DATA.length)
      if (data === '' || (firmware.hasHash ? line.startsWith('~') : !line.startsWith(DATA))) return
      const part = decodeLine(data, firmware.encoding === 'base64')
      // A harmed line leaves the file too short, and its hash wrong.
      if (part === undefined) return
      parts.push(part)
      done += part.length
      if (done > MAX_FILE) throw new AppError('too-large', t('{{path}} is larger than the board said', { path }), { path, limit: MAX_FILE })
      onProgress?.(Math.min(done, size), size)
    },
  })
  let lines: AnswerLine[]
  try {
    lines = await answered
  } catch (thrown) {
    if (hasCode(thrown, 'board-error') && thrown.details.harmed === true) return undefined
    throw thrown
  }
  const bytes = concatAll(parts)
  if (firmware.hasHash) return lineOf(lines, 'H')?.fields[0] === sha256Of(bytes) ? bytes : undefined
  return count(lineOf(lines, 'L'), 0) === bytes.length ? bytes : undefined
}

function decodeLine(line: string, isBase64: boolean): Uint8Array | undefined {
  const fits = isBase64 ? /^[A-Za-z0-9+/]*={0,2}$/.test(line) && line.length % 4 === 0 : /^([0-9a-f]{2})*$/.test(line)
  return fits ? new Uint8Array(Buffer.from(line, isBase64 ? 'base64' : 'hex')) : undefined
}

/** SHA-256 in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
