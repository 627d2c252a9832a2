import { hasCode } from '../../shared/errors'
import { END, FRIENDLY, INTERRUPT } from './controlBytes'
import { IdleFilter } from './idleFilter'
import { PromptTracker } from './promptTracker'
import type { Wire } from './wire'

/** How the board is waited for. */
export interface CatchOptions {
  /** On the wire's monotonic clock. */
  giveUpAt: number
  /** `soft-reset`: the board is told to begin anew, although its prompt doesn't show; `wait`: somebody resets it by hand. */
  begin: 'soft-reset' | 'wait'
  signal: AbortSignal
  /** What the board prints. */
  onOutput: (bytes: Uint8Array) => void
}

/**
 * A start-up file can switch Ctrl-C off, or send the board to sleep, within its first milliseconds: so often a Ctrl-C is sent to a board that
 * starts, for so long. Milliseconds.
 */
const HASTE_MS = 10
const HASTE_LASTS_MS = 4_000
/** While nothing tells that it starts. What it doesn't read must not fill its buffer, nor the system's. */
const CALM_MS = 250
/** A first byte after so long a silence may be the start. */
const SILENCE_MS = 200
/** Nothing follows the prompt for this long: it is one, and the answers to the other Ctrl-Cs have come. */
const SETTLED_MS = 120
const MAX_READ = 64 * 1024

/**
 * Sends Ctrl-C to a board that is about to start, until its prompt comes: hastily from now on, and again when it begins to speak. Answers
 * true at the prompt, false when the time is over. Throws `cancelled`, `port-gone`.
 */
export async function catchPrompt(wire: Wire, options: CatchOptions): Promise<boolean> {
  const { clock, prompts } = wire
  const { giveUpAt, signal } = options
  const tracker = new PromptTracker(prompts)
  let hastyUntil = clock.monotonic() + HASTE_LASTS_MS
  let heardAt = clock.monotonic()
  let sentAt = -Infinity
  let repeats: IdleFilter | undefined
  if (options.begin === 'soft-reset') await beginAnew(wire, signal, options.onOutput)
  while (clock.monotonic() < giveUpAt) {
    const seesPrompt = tracker.atPrompt && tracker.typed === ''
    const now = clock.monotonic()
    const every = now < hastyUntil ? HASTE_MS : CALM_MS
    if (!seesPrompt && now - sentAt >= every) {
      sentAt = now
      await writeWhatIsTaken(wire, Uint8Array.of(INTERRUPT))
    }
    const wait = seesPrompt ? SETTLED_MS : Math.max(1, sentAt + every - clock.monotonic())
    const bytes = await receiveWithin(wire, Math.min(wait, giveUpAt - clock.monotonic()), signal)
    if (bytes === undefined) {
      if (!seesPrompt) continue
      prompts.note(tracker.prompt)
      return true
    }
    const at = clock.monotonic()
    if (at - heardAt > SILENCE_MS && at >= hastyUntil) hastyUntil = at + HASTE_LASTS_MS
    heardAt = at
    // The other Ctrl-Cs are answered too: the same prompt again and again is nothing to show.
    if (tracker.atPrompt) repeats ??= new IdleFilter(prompts, options.onOutput)
    tracker.feed(bytes)
    if (repeats === undefined) options.onOutput(bytes)
    else repeats.feed(bytes)
  }
  return false
}

/** Out of whatever mode the board may be in without showing it, and Ctrl-D. */
async function beginAnew(wire: Wire, signal: AbortSignal, onOutput: (bytes: Uint8Array) => void): Promise<void> {
  for (const byte of [INTERRUPT, FRIENDLY, INTERRUPT, END]) {
    await writeWhatIsTaken(wire, Uint8Array.of(byte))
    const said = await receiveWithin(wire, CALM_MS / 2, signal)
    if (said !== undefined) onOutput(said)
  }
}

/** A board that takes nothing is still waited for: it may start anew in a moment. */
async function writeWhatIsTaken(wire: Wire, bytes: Uint8Array): Promise<void> {
  try {
    await wire.write(bytes)
  } catch (thrown) {
    if (!hasCode(thrown, 'timeout')) throw thrown
  }
}

async function receiveWithin(wire: Wire, ms: number, signal: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    return await wire.reader.receive(MAX_READ, { timeoutMs: Math.max(1, ms), signal })
  } catch (thrown) {
    if (hasCode(thrown, 'timeout')) return undefined
    throw thrown
  }
}
