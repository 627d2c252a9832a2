import { AppError } from '../../shared/errors'
import { delay } from '../../shared/clock'
import type { PasteMode } from '../../shared/firmware'
import { t } from '../../shared/language/language'
import { receiveAnswer } from './awaitedAnswer'
import { concat, utf8 } from './bytes'
import { ASK_RAW_PASTE, END, ENTER_RAW, RAW_BANNER, WINDOW } from './controlBytes'
import type { Wire } from './wire'

/** What sending needs beside the code. `timeoutMs` is the longest that the board may take for each answer that it owes, whatever else it prints. */
export interface SendOptions {
  timeoutMs: number
  signal?: AbortSignal
  /** Bytes that are no part of the protocol: a background thread or timer prints. */
  onOutput: (bytes: Uint8Array) => void
}

/** Old firmware has a receive ring of 64 bytes; 32 bytes each 10 ms were never lost in 300 programs on a micro:bit. */
const PIECE = 32
const PIECE_PAUSE_MS = 10

const YES = Uint8Array.of(0x52, 0x01)
const UNSUPPORTED = Uint8Array.of(0x52, 0x00)
const OK = utf8('OK')
const END_BYTE = Uint8Array.of(END)
const WINDOW_BYTE = Uint8Array.of(WINDOW)

/**
 * Hands code to a board that stands at the raw prompt, in the way it understands, and returns when the board runs it; answers the way.
 * Give the way learned before, or undefined to ask. Raw-paste: docs.micropython.org, "Raw mode and raw-paste mode".
 * Throws `timeout`, `board-reset`, `cancelled`, `port-gone`; then the board is somewhere inside the transfer.
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
  const answer = await receiveAnswer(wire, [YES, UNSUPPORTED, RAW_BANNER], options)
  if (answer !== UNSUPPORTED) return answer === YES
  // Known but not supported. Whether a prompt follows depends on the firmware, so the raw REPL is begun anew.
  await wire.write(Uint8Array.of(ENTER_RAW))
  await receiveAnswer(wire, [RAW_BANNER], options)
  return false
}

/** Never more bytes are under way than the board has asked for. The end byte takes no room in a window. */
async function sendInWindows(wire: Wire, code: Uint8Array, options: SendOptions): Promise<void> {
  const { timeoutMs, signal } = options
  const [low = 0, high = 0] = await wire.reader.receiveExactly(2, { timeoutMs, signal })
  const increment = low + 256 * high
  if (increment === 0) throw new AppError('board-error', t('The board offered a window of no bytes'))
  let window = increment
  let sent = 0
  for (;;) {
    const come = takeControls(wire, options)
    window += come.windows * increment
    if (come.ended) break
    if (window === 0) {
      if ((await receiveAnswer(wire, [WINDOW_BYTE, END_BYTE], options)) === END_BYTE) break
      window += increment
      continue
    }
    const part = code.subarray(sent, sent + window)
    sent += part.length
    window -= part.length
    if (sent < code.length) {
      await wire.write(part)
      continue
    }
    await wire.write(concat(part, END_BYTE))
    // The windows that are given back for the last of the code are of no use any more.
    await receiveAnswer(wire, [END_BYTE], { ...options, onOutput: (bytes) => options.onOutput(bytes.filter((byte) => byte !== WINDOW)) })
    return
  }
  // The compiler gave up in the middle. It takes no more and waits for this byte.
  await wire.write(END_BYTE)
}

/**
 * What the board has said so far, without waiting: only where no window is left is there anything to wait for. Else what a timer prints would be
 * waited on for ever. What no control byte follows stays unread.
 */
function takeControls({ reader }: Wire, options: SendOptions): { windows: number; ended: boolean } {
  const bytes = reader.takeBuffered()
  const end = bytes.indexOf(END)
  const used = end < 0 ? bytes.lastIndexOf(WINDOW) + 1 : end + 1
  const stray = bytes.subarray(0, used).filter((byte) => byte !== WINDOW && byte !== END)
  if (stray.length > 0) options.onOutput(stray)
  reader.unread(bytes.subarray(used))
  return { windows: used - stray.length - (end < 0 ? 0 : 1), ended: end >= 0 }
}

async function sendPaced(wire: Wire, source: Uint8Array, options: SendOptions): Promise<void> {
  // Nothing at all before the end byte would be a soft reset.
  const code = source.length === 0 ? utf8('\n') : source
  for (let sent = 0; sent < code.length; sent += PIECE) {
    if (sent > 0) await delay(wire.clock, PIECE_PAUSE_MS, options.signal)
    await wire.write(code.subarray(sent, sent + PIECE))
  }
  await wire.write(END_BYTE)
  await receiveAnswer(wire, [OK], options)
}
