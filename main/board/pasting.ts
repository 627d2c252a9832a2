import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { END, INTERRUPT, PASTE } from '../protocol/controlBytes'
import type { JobHandle, JobRunner } from './jobRunner'
import type { Programs } from './programs'
import { sendHeldInput, type SessionParts } from './sessionParts'

/** Bytes that may be on their way without having been echoed: less than the smallest input buffer of a board (256). */
const UNECHOED_BYTES = 128
const PIECE_BYTES = 64
/** A board that echoes nothing for this long has stopped taking the paste. */
const ECHO_MS = 3_000
const CARRIAGE_RETURN = 0x0d
/** What paste mode echoes for one line's end: `\r\n=== `. */
const ECHOED_LINE_END = 6

/**
 * Text from a clipboard as it may be sent to a board: line ends as the Enter key sends them, and no control characters but these
 * and tabs, so that a paste can't press Ctrl-C or Ctrl-D.
 */
export function pastedText(text: string): string {
  return text.replace(/\r\n|\n/g, '\r').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
}

/** True for text with a line's end before its last character: only paste mode takes it unharmed. */
export function isMultiLine(text: string): boolean {
  return text.slice(0, -1).includes('\r')
}

/** Pastes several lines at a prompt, as a job; a half-typed line stands before the first of them. What is typed meanwhile is sent afterwards. */
export async function pasteAtPrompt(parts: SessionParts, programs: Programs, runner: JobRunner, text: string): Promise<void> {
  const { port, queue, screen, watch } = parts
  await queue.run(async () => {
    await programs.makeWay('refuse')
    try {
      await runner.asJob(t('Pasting'), async (handle) => {
        const { typed } = screen.tracker
        if (typed !== '') await programs.reach(handle.signal) // paste mode begins on an empty line only
        port.holdsInput = true
        await pasteLines(parts, typed + text, handle)
      })
    } finally {
      port.holdsInput = false
      watch.sent(Uint8Array.of(CARRIAGE_RETURN))
      watch.update()
      await sendHeldInput(parts)
    }
  })
}

/** Pastes several lines where the user has opened paste mode by hand, at the board's pace; the Ctrl-D that ends it stays the user's. */
export async function pasteInPasteMode(parts: SessionParts, runner: JobRunner, text: string): Promise<void> {
  const { port, queue } = parts
  await queue.run(async () => {
    try {
      await runner.asJob(t('Pasting'), async (handle) => {
        port.holdsInput = true
        await sendLines(parts, text, handle)
      })
    } finally {
      port.holdsInput = false
      await sendHeldInput(parts)
    }
  })
}

/**
 * Sends several lines through paste mode, from a proven prompt with nothing typed; the echo is shown as the board gives it. The board sets
 * the pace: no more than 128 bytes wait for their echo. When it stops (`timeout`), or on `cancelled`, nothing of the paste is executed.
 */
export async function pasteLines(parts: SessionParts, text: string, handle: JobHandle): Promise<void> {
  await sendLines(parts, text, handle, true)
}

async function sendLines(
  { port, screen, clock }: SessionParts,
  text: string,
  { signal, progress }: JobHandle,
  isWhole = false,
): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  const echo = new EchoCount(clock, screen, signal)
  try {
    if (isWhole) {
      await port.write(Uint8Array.of(PASTE))
      await echo.mode()
    }
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES)
      await echo.below(UNECHOED_BYTES - PIECE_BYTES)
      echo.expect(piece)
      await port.write(piece)
      progress({ done: at + piece.length, total: bytes.length, unit: 'bytes' })
    }
    await echo.below(0)
    if (isWhole) await port.write(Uint8Array.of(END))
  } catch (error) {
    if (!hasCode(error, 'port-gone')) await port.write(Uint8Array.of(INTERRUPT))
    throw error
  } finally {
    echo.dispose()
  }
}

/** Counts what the board echoes against what was sent. */
class EchoCount {
  private readonly due: number[] = []
  private echoed = 0
  private wake: () => void = () => undefined
  private readonly subscription

  constructor(
    private readonly clock: SessionParts['clock'],
    private readonly screen: SessionParts['screen'],
    private readonly signal: AbortSignal,
  ) {
    this.subscription = screen.onShown((bytes) => {
      this.echoed += bytes.length
      this.wake()
    })
  }

  /** Waits for paste mode's own prompt. */
  async mode(): Promise<void> {
    await this.until(() => this.screen.tracker.mode === 'paste')
    this.echoed = 0
  }

  expect(piece: Uint8Array): void {
    for (const byte of piece) this.due.push(byte === CARRIAGE_RETURN ? ECHOED_LINE_END : 1)
  }

  /** Waits until at most `count` of the bytes sent are without echo. */
  async below(count: number): Promise<void> {
    await this.until(() => {
      while (this.due.length > 0 && this.echoed >= (this.due[0] ?? 0)) this.echoed -= this.due.shift() ?? 0
      return this.due.length <= count
    })
  }

  dispose(): void {
    this.subscription.dispose()
  }

  private async until(isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      await new Promise<void>((resolve, reject) => {
        const timer = this.clock.after(ECHO_MS, () => {
          reject(new AppError('timeout', t('The board stopped taking the pasted text; nothing of it was executed')))
        })
        const abort = (): void => {
          reject(this.signal.reason as Error)
        }
        this.signal.addEventListener('abort', abort, { once: true })
        this.wake = () => {
          timer.dispose()
          this.signal.removeEventListener('abort', abort)
          resolve()
        }
        if (this.signal.aborted) abort()
      }).finally(() => {
        this.wake()
        this.wake = () => undefined
      })
    }
  }
}
