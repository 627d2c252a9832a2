import { hasCode } from '../../shared/errors'
import { delay } from '../../shared/clock'
import type { RawRepl } from '../protocol/rawRepl'
import { reachPrompt } from '../protocol/reachPrompt'
import type { Wire } from '../protocol/wire'
import { concatBytes } from './itemList'
import type { SessionParts } from './sessionParts'

/** Typing shows on the screen only once the board has echoed it: a slow serial line with a USB bridge needs this long. */
const ECHO_MS = 100
/** A board that doesn't echo the line given back to it for this long has lost it. */
const RETYPE_MS = 1_000

/** The left arrow key. */
const CURSOR_LEFT = '\u001b[D'
/** More than what a line editor answers to all the moves. */
const MAX_MOVES = 64 * 1024

/** The line at the prompt as it was before a job took the port. */
export interface KeptLine {
  typed: string
  /** Characters behind the cursor. */
  behind: number
}

/** Remembers the half-typed line, so that it can be given back after the job. Waits until what was just typed has been echoed. */
export async function keepLine({ clock, port, screen }: SessionParts): Promise<KeptLine> {
  const quiet = ECHO_MS - (clock.monotonic() - port.lastInputAt)
  if (quiet > 0) await delay(clock, quiet)
  const { tracker } = screen
  return { typed: tracker.atPrompt ? tracker.typed : '', behind: tracker.behindCursor }
}

/** From the raw REPL to a proven friendly prompt; by the ladder's rungs where the board doesn't simply leave. False when no way led there. */
export async function backToPrompt({ screen }: SessionParts, wire: Wire, repl: RawRepl | undefined): Promise<boolean> {
  if (repl !== undefined && (await repl.leave())) return true
  try {
    await reachPrompt(wire, { onOutput: (bytes) => screen.show(bytes) })
    return true
  } catch (error) {
    if (!hasCode(error, 'no-prompt', 'port-gone', 'cancelled', 'timeout')) throw error
    return false // the session's state says it
  }
}

/**
 * The board stands at a fresh prompt and the job is over: gives the port back with the screen and the board agreeing on the line.
 * Where the screen still shows the line nothing visible changes; else it gets a prompt and the line is typed again.
 */
export async function giveLineBack({ port, screen }: SessionParts, wire: Wire, kept: KeptLine): Promise<void> {
  const typed = new TextEncoder().encode(kept.typed)
  const back = new TextEncoder().encode(CURSOR_LEFT.repeat(Math.min(kept.behind, kept.typed.length)))
  const shown = screen.isPromptVisible ? screen.tracker.typed : undefined
  try {
    if (shown === kept.typed) {
      if (typed.length === 0) return
      await wire.write(typed)
      await wire.reader.receiveExactly(typed.length, { timeoutMs: RETYPE_MS }) // the echo: the screen shows it already
      if (back.length === 0) return
      await wire.write(back)
      await wire.reader.receiveAvailable(MAX_MOVES, { timeoutMs: ECHO_MS })
    } else {
      if (shown !== '') screen.showPrompt()
      port.release()
      if (typed.length > 0) await port.write(concatBytes([typed, back]))
    }
  } catch (error) {
    if (!hasCode(error, 'timeout', 'port-gone', 'cancelled')) throw error // the line is lost with the board, and the session says so
  } finally {
    port.release()
  }
}
