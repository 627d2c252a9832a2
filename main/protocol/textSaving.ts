import { deflateRawSync } from 'node:zlib'
import type { SaveResult } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { ask, lineOf } from './boardAnswer'
import { boardError, isMemoryError } from './boardError'
import { hashScript } from './boardScripts'
import { type TransferOptions, readBoardFile, sha256Of } from './fileReading'
import type { Firmware } from './probe'
import type { RawRepl } from './rawRepl'
import { temporaryPath } from './temporaryName'
import { TEXT_WINDOW_BITS, closeScript, discardScript, forgetScript, openScript, pieceScript, replaceScript } from './saveScripts'

/** The piece sent at a time is a part of the free heap: the source, the literal and the decoded bytes are in it together. */
const HEAP_PART = 16
const LARGEST_PIECE = 4 * 1024
const SMALLEST_PIECE = 64
/** What is tried to be compressed into a piece, and how much smaller it must become. */
const EXPANSION = 2
const WORTHWHILE = 0.9
/** A board that failed answers a clean-up at once or not at all. */
const CLEAN_UP_MS = 3_000

/** Where a save happens. */
export interface BoardPlace {
  repl: RawRepl
  firmware: Firmware
  path: string
}

/** The same, with the free heap in bytes, undefined when unknown. */
export interface SavePlace extends BoardPlace {
  free: number | undefined
}

/**
 * The way for boards without an agent: every piece is a script. Writes the copy, proves it, and puts it in the target's place. On any failure the target stays as it was and the copy is removed, if the
 * board still answers; else the error's `leftover` names it. When the board had to remove the target first and then failed, `leftover` holds
 * the new version whole.
 */
export async function saveAsText(place: SavePlace, bytes: Uint8Array, options: TransferOptions): Promise<SaveResult> {
  const { repl, firmware, path } = place
  // Without rename the copy can't take the target's place: the best to be had is to write there and look.
  const target = firmware.hasFolders ? path : path.slice(1)
  const temporary = !firmware.hasRename ? target : temporaryPath(path)
  const sha256 = sha256Of(bytes)
  let replacing = false
  try {
    // The save's names are kept between scripts where every script runs.
    await repl.endGuest()
    await writePieces(place, temporary, bytes, options)
    const proof = await closeAndHash(place, temporary, bytes.length, options.signal)
    if (proof !== sha256)
      throw new AppError('hash-mismatch', t('The copy of {{path}} on the board differs from what was sent', { path }), { path })
    if (firmware.hasRename) {
      options.signal?.throwIfAborted()
      replacing = true
      await replaceAsText(place, temporary)
    } else await tidy(place)
    return { path, size: bytes.length, sha256, proven: true }
  } catch (thrown) {
    const error = options.signal?.aborted === true && !(thrown instanceof AppError) ? cancelled(path) : AppError.from(thrown)
    if (error.code === 'port-gone' || replacing) throw error
    const cleaned = await discardCopy(place, temporary, false)
    throw cleaned ? error : new AppError(error.code, error.message, { ...error.details, leftover: temporary }, { cause: error })
  }
}

/** The SHA-256 of a file as the board reads it back. */
export async function hashOnBoard(repl: RawRepl, firmware: Firmware, path: string, signal?: AbortSignal): Promise<string> {
  const lines = await ask(repl, hashScript(path), { path, platform: firmware.platform, hasCrc32: firmware.hasCrc32, signal })
  return lineOf(lines, 'H')?.fields[0] ?? ''
}

async function writePieces(place: SavePlace, temporary: string, bytes: Uint8Array, { onProgress, signal }: TransferOptions): Promise<void> {
  const { repl, firmware, path } = place
  const about = { path, platform: firmware.platform, hasCrc32: firmware.hasCrc32, signal }
  onProgress?.(0, bytes.length)
  await ask(repl, openScript(temporary, firmware), about)
  let size = pieceSize(place)
  let seekTo: number | undefined
  for (let sent = 0; sent < bytes.length;) {
    const piece = nextPiece(bytes, sent, size, firmware)
    const { output, error } = await repl.exec(pieceScript(piece.data, firmware.encoding, seekTo, piece.expandsTo), { signal })
    if (error !== '') {
      if (!isMemoryError(error) || size <= SMALLEST_PIECE) throw boardError(error, path, firmware.platform)
      size = wholeTriples(size / 2)
      seekTo = sent
      continue
    }
    if (output.length === 0) throw new AppError('board-error', t('The board’s answer about {{path}} is incomplete', { path }), { path })
    seekTo = undefined
    sent += piece.expandsTo === 0 ? piece.data.length : piece.expandsTo
    onProgress?.(sent, bytes.length)
  }
}

/** At most `size` bytes to send, compressed where the board can expand it and a good deal more of the file comes with them. */
function nextPiece(bytes: Uint8Array, sent: number, size: number, firmware: Firmware): { data: Uint8Array; expandsTo: number } {
  const plain = bytes.subarray(sent, sent + size)
  if (firmware.inflate === undefined || firmware.encoding === 'plain') return { data: plain, expandsTo: 0 }
  const more = bytes.subarray(sent, sent + size * EXPANSION)
  const compressed = deflateRawSync(more, { level: 9, windowBits: TEXT_WINDOW_BITS })
  const isBetter = compressed.length <= size && compressed.length < more.length * WORTHWHILE
  return isBetter ? { data: compressed, expandsTo: more.length } : { data: plain, expandsTo: 0 }
}

/** The hash of what the board has, by the board's own reckoning or else by reading it back. */
async function closeAndHash(
  { repl, firmware, path }: SavePlace,
  temporary: string,
  size: number,
  signal: AbortSignal | undefined,
): Promise<string> {
  const about = { path, platform: firmware.platform, hasCrc32: firmware.hasCrc32, signal }
  await ask(repl, closeScript(), about)
  if (firmware.hasHash) return await hashOnBoard(repl, firmware, temporary, signal)
  return sha256Of(await readBoardFile(repl, firmware, firmware.hasFolders ? temporary : `/${temporary}`, size, { signal }))
}

/** Base64 makes four characters of three bytes. */
function wholeTriples(size: number): number {
  return Math.max(3, Math.floor(size / 3) * 3)
}

function pieceSize({ free, firmware }: SavePlace): number {
  // Old firmware stores the source before it compiles it, and takes about 1 KB of it.
  const most = firmware.pasteMode === 'raw' ? 192 : LARGEST_PIECE
  return wholeTriples(Math.min(most, Math.max(SMALLEST_PIECE, free === undefined ? 512 : free / HEAP_PART)))
}

/** Puts the proven copy in the target's place. When it fails the copy is removed; `leftover` in the error's details names it when it is still there. */
export async function replaceAsText(place: BoardPlace, temporary: string): Promise<void> {
  const { repl, firmware, path } = place
  const { platform, hasCrc32 } = firmware
  const copy = { isLast: false }
  try {
    // Not to be called off: an interrupt here could fall between the two steps.
    await ask(repl, replaceScript(temporary, path), {
      path,
      platform,
      hasCrc32,
      onLine(line) {
        if (line.startsWith('~K')) copy.isLast = true
      },
    })
  } catch (thrown) {
    const error = AppError.from(thrown)
    // The board has begun to replace the target: the copy may be all that is left.
    if (!copy.isLast && (error.code === 'port-gone' || (await discardCopy(place, temporary, true)))) throw error
    throw new AppError(error.code, error.message, { ...error.details, leftover: temporary }, { cause: thrown })
  }
}

/** The names that the save used are forgotten; that it fails is no reason to call a proven save failed. */
async function tidy({ repl, firmware, path }: SavePlace): Promise<void> {
  try {
    await ask(repl, forgetScript(), { path, platform: firmware.platform, hasCrc32: firmware.hasCrc32, timeoutMs: CLEAN_UP_MS })
  } catch (thrown) {
    if (!hasCode(thrown, 'timeout', 'port-gone', 'board-error')) throw thrown
  }
}

/** Removes the copy of a failed save; true when it is gone. `keepsLast`: not when the target is gone too. */
export async function discardCopy({ repl, firmware, path }: BoardPlace, temporary: string, keepsLast: boolean): Promise<boolean> {
  const { platform, hasCrc32 } = firmware
  try {
    const script = discardScript(temporary, keepsLast ? path : undefined)
    const lines = await ask(repl, script, { path, platform, hasCrc32, timeoutMs: CLEAN_UP_MS })
    return lineOf(lines, 'K') === undefined
  } catch (thrown) {
    if (thrown instanceof AppError) return false
    throw thrown
  }
}

function cancelled(path: string): AppError {
  return new AppError('cancelled', t('Saving {{path}} was called off', { path }), { path })
}
