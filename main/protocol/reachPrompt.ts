import { AppError, hasCode } from '../../shared/errors'
import { FRIENDLY, INTERRUPT } from './controlBytes'
import { PromptTracker } from './promptTracker'
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
  text: string
  bytes: readonly number[]
  /** How long an answer may take before the next rung. */
  waitMs: number
}

/**
 * The ladder's automatic rungs. An idle board answers the first Ctrl-C at once. Several, because a handler may swallow one and
 * CircuitPython wants a key after one; Ctrl-B behind a Ctrl-C leaves the raw REPL and paste mode and does nothing at a prompt but print
 * the banner. The last ones are slow for a board that was just then booting. 5.1 s in all.
 */
const RUNGS: readonly Rung[] = [
  { text: 'Ctrl-C', bytes: [INTERRUPT], waitMs: 100 },
  { text: 'Ctrl-C', bytes: [INTERRUPT], waitMs: 200 },
  { text: 'Leave raw or paste mode', bytes: [INTERRUPT, FRIENDLY], waitMs: 500 },
  { text: 'Ctrl-C', bytes: [INTERRUPT], waitMs: 800 },
  { text: 'Leave raw or paste mode', bytes: [INTERRUPT, FRIENDLY], waitMs: 1_000 },
  { text: 'Ctrl-C', bytes: [INTERRUPT, INTERRUPT], waitMs: 1_000 },
  { text: 'Leave raw or paste mode', bytes: [INTERRUPT, FRIENDLY], waitMs: 1_500 },
]

/** After a prompt that only a second try brought, the answers to the other tries may still be coming. */
const SETTLE_MS = 50
const MAX_READ = 64 * 1024

/**
 * Interrupts whatever runs and returns when the friendly prompt is proven, within about 5 s. Returns true when something was interrupted
 * or printed: anything else than an idle board that repeats its prompt. Throws `no-prompt` with `{ rungs, heard }` (bytes that came),
 * `cancelled`, `port-gone`.
 */
export async function reachPrompt(wire: Wire, options: ReachOptions = {}): Promise<boolean> {
  const tracker = new PromptTracker()
  const idle = new IdleFilter(options.onOutput)
  // What came before our first byte proves nothing of the board as it is now, but belongs to the user.
  const before = wire.reader.takeBuffered()
  if (before.length > 0) idle.show(before)
  const tried: string[] = []
  let heard = before.length
  for (const [index, rung] of RUNGS.entries()) {
    options.onRung?.(rung.text)
    if (!tried.includes(rung.text)) tried.push(rung.text)
    await wire.write(Uint8Array.from(rung.bytes))
    const giveUpAt = wire.clock.monotonic() + rung.waitMs
    for (;;) {
      const bytes = await receiveBefore(wire, giveUpAt, options.signal)
      if (bytes === undefined) break
      heard += bytes.length
      tracker.feed(bytes)
      idle.feed(bytes)
      if (!isEmptyPrompt(tracker)) continue
      const late = index === 0 ? new Uint8Array() : await wire.reader.receiveAvailable(MAX_READ, { timeoutMs: SETTLE_MS, signal: options.signal })
      tracker.feed(late)
      idle.feed(late)
      if (isEmptyPrompt(tracker)) return idle.end()
    }
  }
  idle.end()
  throw new AppError('no-prompt', 'The board does not answer', { rungs: tried.join(', '), heard })
}

function isEmptyPrompt(tracker: PromptTracker): boolean {
  return tracker.atPrompt && tracker.typed === ''
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

/** Keeps back `\r\n>>> ` as long as nothing else came: it would only double the prompt that stands on the screen already. */
class IdleFilter {
  private kept: Uint8Array[] = []
  private text = ''
  private shown = false

  constructor(private readonly onOutput: ((bytes: Uint8Array) => void) | undefined) {}

  feed(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    if (!this.shown) {
      this.kept.push(bytes)
      this.text += String.fromCharCode(...bytes.subarray(0, 16))
      if (/^(\r\n>>> )*(\r(\n(>(>(>( )?)?)?)?)?)?$/.test(this.text)) return
    }
    this.show(this.shown ? bytes : undefined)
  }

  show(bytes: Uint8Array | undefined): void {
    this.shown = true
    for (const part of this.kept.splice(0)) this.onOutput?.(part)
    if (bytes !== undefined) this.onOutput?.(bytes)
  }

  /** True when anything was shown. */
  end(): boolean {
    return this.shown
  }
}
