import { AppError } from '../../shared/errors'
import { delay } from '../../shared/clock'
import type { PasteMode } from '../../shared/firmware'
import { t } from '../../shared/language/language'
import { concat, endsWith, utf8 } from './bytes'
import { ASK_RAW_PASTE, END, ENTER_RAW, RAW_BANNER, WINDOW } from './controlBytes'
import type { Wire } from './wire'

/** What sending needs beside the code. `timeoutMs` is the longest silence while the board owes an answer. */
export interface SendOptions {
  timeoutMs: number
  signal?: AbortSignal
  /** Bytes that are no part of the protocol: a background thread or timer prints. */
  onOutput: (bytes: Uint8Array) => void
}

/** Old firmware has a receive ring of 64 bytes; 32 bytes each 10 ms were never lost in 300 programs on a micro:bit. */
const PIECE = 32
const PIECE_PAUSE_MS = 10
/** Output between the question and the answer beyond this means that nobody answers. */
const MAX_STRAY = 64 * 1024

const YES = Uint8Array.of(0x52, 0x01)
const UNSUPPORTED = Uint8Array.of(0x52, 0x00)
const OK = utf8('OK')

/**
 * Hands code to a board that stands at the raw prompt, in the way it understands, and returns when the board runs it; answers the way.
 * Give the way learned before, or undefined to ask. Raw-paste: docs.micropython.org, "Raw mode and raw-paste mode".
 * Throws `timeout`, `cancelled`, `port-gone`; then the board is somewhere inside the transfer.
 */
export async function sendCode(wire: Wire, code: Uint8Array, known: PasteMode | undefined, options: SendOptions): Promise<PasteMode> {
  if (known !== 'raw' && (await askRawPaste(wire, options))) {
    await sendInWindows(wire, code, options)
    return 'raw-paste'
  }
  await sendPaced(wire, code, options)
  return 'raw'
}

/** True when the board entered raw-paste mode. Firmware that doesn't know it enters the raw REPL anew instead: `ra...>`. */
async function askRawPaste(wire: Wire, options: SendOptions): Promise<boolean> {
  await wire.write(ASK_RAW_PASTE)
  const answer = await receiveOneOf(wire, [YES, UNSUPPORTED, RAW_BANNER], options)
  if (answer !== UNSUPPORTED) return answer === YES
  // Known but not supported. Whether a prompt follows depends on the firmware, so the raw REPL is begun anew.
  await wire.write(Uint8Array.of(ENTER_RAW))
  await receiveOneOf(wire, [RAW_BANNER], options)
  return false
}

/** Reads byte by byte until one of the answers has come; what came before it is output. */
async function receiveOneOf(wire: Wire, answers: readonly Uint8Array[], options: SendOptions): Promise<Uint8Array> {
  let seen: Uint8Array = new Uint8Array()
  while (seen.length < MAX_STRAY) {
    seen = concat(seen, await wire.reader.receiveExactly(1, options))
    const answer = answers.find((candidate) => endsWith(seen, candidate))
    if (answer === undefined) continue
    if (seen.length > answer.length) options.onOutput(seen.subarray(0, seen.length - answer.length))
    return answer
  }
  options.onOutput(seen)
  throw new AppError('timeout', t('The board printed without pause and did not answer'))
}

/** Never more bytes are under way than the board has asked for. */
async function sendInWindows(wire: Wire, code: Uint8Array, options: SendOptions): Promise<void> {
  const [low = 0, high = 0] = await wire.reader.receiveExactly(2, options)
  const increment = low + 256 * high
  if (increment === 0) throw new AppError('board-error', t('The board offered a window of no bytes'))
  let window = increment
  for (let sent = 0; sent < code.length;) {
    while (window === 0 || wire.reader.buffered > 0) {
      const answer = await receiveControl(wire, options)
      if (answer === END) {
        // The compiler gave up in the middle. It takes no more and waits for this byte.
        await wire.write(Uint8Array.of(END))
        return
      }
      window += increment
    }
    const part = code.subarray(sent, sent + window)
    await wire.write(part)
    sent += part.length
    window -= part.length
  }
  await wire.write(Uint8Array.of(END))
  while ((await receiveControl(wire, options)) !== END) continue
}

async function receiveControl(wire: Wire, options: SendOptions): Promise<typeof WINDOW | typeof END> {
  for (;;) {
    const byte = await wire.reader.receiveExactly(1, options)
    if (byte[0] === WINDOW || byte[0] === END) return byte[0]
    options.onOutput(byte)
  }
}

async function sendPaced(wire: Wire, source: Uint8Array, options: SendOptions): Promise<void> {
  // Nothing at all before the end byte would be a soft reset.
  const code = source.length === 0 ? utf8('\n') : source
  for (let sent = 0; sent < code.length; sent += PIECE) {
    if (sent > 0) await delay(wire.clock, PIECE_PAUSE_MS, options.signal)
    await wire.write(code.subarray(sent, sent + PIECE))
  }
  await wire.write(Uint8Array.of(END))
  await receiveOneOf(wire, [OK], options)
}
