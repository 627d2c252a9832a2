import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { concat, indexOfBytes } from './bytes'
import { FRIENDLY_BANNER } from './controlBytes'
import type { Wire } from './wire'

/** Output between the question and the answer beyond this means that nobody answers. */
const MAX_STRAY = 64 * 1024

/** What waiting for an answer needs. */
export interface AnswerOptions {
  /** The longest wait in all, whatever else the board prints meanwhile. Milliseconds. */
  timeoutMs: number
  signal?: AbortSignal
  /** What came before the answer: a background thread or timer prints. */
  onOutput: (bytes: Uint8Array) => void
}

/** The board came up anew in the middle of something. */
export function boardReset(): AppError {
  return new AppError('board-reset', t('The board restarted in the middle of this'))
}

/**
 * Waits for the first of the answers, and leaves what comes behind it unread. Throws `timeout` when none came in time or 64 KB of something
 * else did, `board-reset` when a friendly REPL greets instead, `cancelled`, `port-gone`.
 */
export async function receiveAnswer(wire: Wire, answers: readonly Uint8Array[], options: AnswerOptions): Promise<Uint8Array> {
  const { reader, clock } = wire
  const giveUpAt = clock.monotonic() + options.timeoutMs
  const longest = Math.max(FRIENDLY_BANNER.length, ...answers.map(({ length }) => length))
  let seen: Uint8Array = new Uint8Array()
  let stray = 0
  const show = (count: number): void => {
    if (count > 0) options.onOutput(seen.subarray(0, count))
    seen = seen.subarray(count)
    stray += count
  }
  try {
    for (;;) {
      const left = giveUpAt - clock.monotonic()
      if (left <= 0 || stray > MAX_STRAY) throw new AppError('timeout', t('The board printed without pause and did not answer'))
      seen = concat(seen, await reader.receive(MAX_STRAY, { timeoutMs: left, signal: options.signal }))
      const found = first(seen, [...answers, FRIENDLY_BANNER])
      if (found === undefined) {
        show(Math.max(0, seen.length - longest + 1))
        continue
      }
      show(found.at)
      reader.unread(seen.subarray(found.answer.length))
      seen = new Uint8Array()
      if (found.answer === FRIENDLY_BANNER) throw boardReset()
      return found.answer
    }
  } finally {
    show(seen.length)
  }
}

function first(bytes: Uint8Array, answers: readonly Uint8Array[]): { at: number; answer: Uint8Array } | undefined {
  let found: { at: number; answer: Uint8Array } | undefined
  for (const answer of answers) {
    const at = indexOfBytes(bytes, answer)
    if (at >= 0 && (found === undefined || at < found.at)) found = { at, answer }
  }
  return found
}
