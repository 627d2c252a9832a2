import { hasCode } from '../../shared/errors'
import { t, text } from '../../shared/language/language'
import { concat, indexOfBytes, partialMatch } from './bytes'
import { ENTER_RAW, FRIENDLY, INTERRUPT, RAW_BANNER } from './controlBytes'
import { HeardText } from './heardText'
import { IdleFilter } from './idleFilter'
import { PromptTracker } from './promptTracker'
import { receivePrompt } from './receivePrompt'
import type { Wire } from './wire'

/** Options of the ways to a prompt. */
export interface ReachOptions {
  signal?: AbortSignal
  /** What the board printed meanwhile, the prompt included: the user's to see. Not called when the board merely repeated its prompt. */
  onOutput?: (bytes: Uint8Array) => void
  /** What is tried, in words for people. */
  onRung?: (text: string) => void
}

interface Rung {
  name: string
  bytes: readonly number[]
  /** The answer is the raw REPL's banner, from which Ctrl-B leads to the prompt. */
  isRaw?: boolean
  /** How long an answer may take before the next rung. */
  waitMs: number
}

/**
 * The ladder's automatic rungs. An idle board answers the first Ctrl-C at once. Several, because a handler may swallow one and
 * CircuitPython wants a key after one. The raw REPL's banner proves a board whose prompt looks otherwise (`sys.ps1`, aiorepl): behind its
 * Ctrl-B stands the prompt. Ctrl-B behind a Ctrl-C leaves the raw REPL and paste mode and does nothing at a prompt but print the banner.
 * The last ones are slow for a board that was just then booting. 5.1 s in all.
 */
const RUNGS: readonly Rung[] = [
  { name: text('Ctrl-C'), bytes: [INTERRUPT], waitMs: 100 },
  { name: text('Ctrl-C'), bytes: [INTERRUPT], waitMs: 200 },
  { name: text('Raw mode and back'), bytes: [INTERRUPT, ENTER_RAW], isRaw: true, waitMs: 500 },
  { name: text('Leave raw or paste mode'), bytes: [INTERRUPT, FRIENDLY], waitMs: 800 },
  { name: text('Ctrl-C'), bytes: [INTERRUPT, INTERRUPT], waitMs: 1_000 },
  { name: text('Raw mode and back'), bytes: [INTERRUPT, ENTER_RAW], isRaw: true, waitMs: 1_000 },
  { name: text('Leave raw or paste mode'), bytes: [INTERRUPT, FRIENDLY], waitMs: 1_500 },
]

/** The rungs in words for people. */
export function rungNames(): string {
  return [...new Set(RUNGS.map((rung) => t(rung.name)))].join(', ')
}

/** From the raw REPL back to the prompt is a few bytes. */
const FRIENDLY_MS = 1_000
/** After a prompt that only a second try brought, the answers to the other tries may still be coming. */
const SETTLE_MS = 50
const MAX_READ = 64 * 1024

/**
 * Interrupts whatever runs and returns when the friendly prompt is proven, within about 5 s. Returns true when something was interrupted
 * or printed: anything else than an idle board that repeats its prompt. Throws `no-prompt` with `{ rungs, heard, said }` (bytes that came,
 * a line of them), `not-micropython` when something talks that shows no sign of it, `cancelled`, `port-gone`.
 */
export async function reachPrompt(wire: Wire, options: ReachOptions = {}): Promise<boolean> {
  const { prompts, reader, clock } = wire
  const tracker = new PromptTracker(prompts)
  const idle = new IdleFilter(prompts, options.onOutput)
  // What came before our first byte proves nothing of the board as it is now, but belongs to the user.
  const before = reader.takeBuffered()
  if (before.length > 0) idle.show(before)
  const heard = new HeardText()
  heard.add(before)
  const take = (bytes: Uint8Array): boolean => {
    heard.add(bytes)
    tracker.feed(bytes)
    idle.feed(bytes)
    return tracker.atPrompt && tracker.typed === ''
  }
  for (const [index, rung] of RUNGS.entries()) {
    options.onRung?.(t(rung.name))
    await wire.write(Uint8Array.from(rung.bytes))
    const giveUpAt = clock.monotonic() + rung.waitMs
    if (rung.isRaw === true) {
      if (await throughRaw(wire, giveUpAt, take, options.signal)) return idle.end()
      continue
    }
    for (;;) {
      const bytes = await receiveBefore(wire, giveUpAt, options.signal)
      if (bytes === undefined) break
      if (!take(bytes)) continue
      const late =
        index === 0 ? new Uint8Array() : await reader.receiveAvailable(MAX_READ, { timeoutMs: SETTLE_MS, signal: options.signal })
      if (!take(late)) continue
      prompts.note(tracker.prompt)
      return idle.end()
    }
  }
  idle.end()
  throw heard.failure(rungNames(), Uint8Array.from(RUNGS.flatMap(({ bytes }) => bytes)), prompts.isProven)
}

/** The raw REPL was asked for: from its banner back to the friendly prompt, which may look like anything. False when no banner came in time. */
async function throughRaw(
  wire: Wire,
  giveUpAt: number,
  take: (bytes: Uint8Array) => boolean,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let seen: Uint8Array = new Uint8Array()
  for (;;) {
    const bytes = await receiveBefore(wire, giveUpAt, signal)
    if (bytes === undefined) break
    seen = concat(seen, bytes)
    const at = indexOfBytes(seen, RAW_BANNER)
    if (at < 0) {
      // The banner itself is nothing for the user.
      const rest = partialMatch(seen, RAW_BANNER)
      take(seen.slice(0, seen.length - rest))
      seen = seen.slice(seen.length - rest)
      continue
    }
    take(seen.slice(0, at))
    wire.reader.unread(seen.slice(at + RAW_BANNER.length))
    await wire.write(Uint8Array.of(FRIENDLY))
    return await receivePrompt(wire, { timeoutMs: FRIENDLY_MS, signal })
  }
  take(seen)
  return false
}

async function receiveBefore(wire: Wire, at: number, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
  const timeoutMs = at - wire.clock.monotonic()
  if (timeoutMs <= 0) return undefined
  try {
    return await wire.reader.receive(MAX_READ, { timeoutMs, signal })
  } catch (thrown) {
    if (hasCode(thrown, 'timeout')) return undefined
    throw thrown
  }
}
