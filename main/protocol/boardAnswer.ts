import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { Disposable } from '../../shared/lifecycle'
import { concatAll, textOf, utf8 } from './bytes'
import { boardError } from './boardError'
import { type CheckedScript, type CheckOptions, checkedSource, checkOf, HARMED } from './checkedScript'
import { type ExecOptions, type RawRepl, SILENCE_MS } from './rawRepl'

/** A line of a script's answer: the letter behind `~`, and the fields behind it. */
export interface AnswerLine {
  kind: string
  fields: string[]
}

/** What asking needs beside the script. */
export interface AskOptions extends ExecOptions, CheckOptions {
  /** What the script is about, for the error. */
  path: string
  /** `sys.platform`, which says what an errno means. */
  platform: string
  /** Called with each line of the answer as it comes, without its line end. */
  onLine?: (line: string) => void
}

/** Lines longer than this are none of ours. */
const MAX_LINE = 8 * 1024
const MAX_LINES = 200_000
/** Lines that begin so are for `onLine` alone: the bytes of a file. */
export const DATA = '~B '
/** How often a script is sent whose text, or whose answer, came harmed. */
const SENDINGS = 3

/** What came of sending a script once. */
interface Answer {
  lines: AnswerLine[]
  /** The board's error text. */
  error: string
  /** All lines came, as they were sent. */
  isWhole: boolean
}

/**
 * Runs one of our scripts and answers its lines. Lines that don't begin with `~` go to `onLine` alone. Throws what the board's error stands
 * for (see `boardError`), and `board-error` with `{ harmed: true }` when the answer lacks its end or differs from what the board sent. A checked script
 * whose text came harmed is sent again, for nothing of it was run; so is one that only reads when its answer came harmed, unless `onLine` has had some of it.
 */
export async function ask(repl: RawRepl, script: string | CheckedScript, options: AskOptions): Promise<AnswerLine[]> {
  const { path, platform } = options
  for (let sending = 1; ; sending += 1) {
    const { lines, error, isWhole } = await askOnce(repl, script, options)
    if (isWhole && error === '' && lines[0]?.kind !== HARMED) return lines
    if (sending < SENDINGS && mayRepeat(script, { lines, error, isWhole }, options)) continue
    if (error !== '') throw boardError(error, path, platform)
    throw new AppError('board-error', t('The board’s answer about {{path}} is incomplete', { path }), { path, harmed: true })
  }
}

/** The text that was checked compiles, so a syntax error is that of what stands around it: then, too, nothing was run. */
function mayRepeat(script: string | CheckedScript, { lines, error }: Answer, { onLine }: AskOptions): boolean {
  if (typeof script === 'string') return false
  return lines[0]?.kind === HARMED || /SyntaxError|IndentationError/.test(error) || (error === '' && script.repeats && onLine === undefined)
}

async function askOnce(repl: RawRepl, script: string | CheckedScript, options: AskOptions): Promise<Answer> {
  const { onLine, timeoutMs = SILENCE_MS, signal } = options
  const lines: AnswerLine[] = []
  let check = 0
  let checkBefore = 0
  // A timer of the user's may print all the time: then it takes more than output to show that our script goes on.
  const watch = new AnswerWatch(repl.wire.clock, timeoutMs)
  const splitter = new LineSplitter((line) => {
    onLine?.(line)
    const isOurs = line.startsWith('~')
    if (isOurs || onLine !== undefined) watch.heard()
    if (!isOurs) return
    checkBefore = check
    if (typeof script !== 'string') check = checkOf(utf8(line), check, options)
    if (lines.length < MAX_LINES && !line.startsWith(DATA)) lines.push({ kind: line.slice(1, 2), fields: line.slice(3).split(' ') })
  })
  let error: string
  try {
    ;({ error } = await repl.exec(typeof script === 'string' ? script : checkedSource(script, options), {
      timeoutMs,
      signal: signal === undefined ? watch.signal : AbortSignal.any([signal, watch.signal]),
      inGuest: true,
      onOutput: (bytes) => splitter.feed(bytes),
    }))
  } finally {
    watch.dispose()
  }
  const last = lines.at(-1)
  return { lines, error, isWhole: last?.kind === '.' && (typeof script === 'string' || Number(last.fields[0]) === checkBefore) }
}

/** A field as a whole number of at least 0; throws `board-error` for anything else. */
export function count(line: AnswerLine | undefined, index: number): number {
  const field = line?.fields[index] ?? ''
  const value = Number(field)
  if (!/^\d{1,16}$/.test(field) || !Number.isSafeInteger(value)) {
    throw new AppError('board-error', t('The board’s answer makes no sense'), { field: field.slice(0, 100) })
  }
  return value
}

/** The first line of a kind. */
export function lineOf(lines: readonly AnswerLine[], kind: string): AnswerLine | undefined {
  return lines.find((line) => line.kind === kind)
}

/** The hexadecimal of a field as bytes; undefined when it is none. */
export function hexBytes(field: string | undefined): Uint8Array | undefined {
  if (field === undefined || field.length % 2 !== 0 || !/^[0-9a-f]*$/.test(field)) return undefined
  return new Uint8Array(Buffer.from(field, 'hex'))
}

/** Ends the wait for a script of which nothing was heard for `ms` milliseconds, although the board may print something else meanwhile. */
class AnswerWatch implements Disposable {
  private readonly abort = new AbortController()
  private heardAt: number
  private timer: Disposable

  constructor(
    private readonly clock: Clock,
    private readonly ms: number,
  ) {
    this.heardAt = clock.monotonic()
    this.timer = this.wait(ms)
  }

  get signal(): AbortSignal {
    return this.abort.signal
  }

  heard(): void {
    this.heardAt = this.clock.monotonic()
  }

  dispose(): void {
    this.timer.dispose()
  }

  private wait(ms: number): Disposable {
    return this.clock.after(ms, () => {
      const left = this.heardAt + this.ms - this.clock.monotonic()
      if (left > 0) this.timer = this.wait(left)
      else this.abort.abort(new AppError('timeout', t('The board printed without pause and did not answer')))
    })
  }
}

/** Cuts a stream into lines at line feeds; a line that is too long is dropped. */
class LineSplitter {
  private parts: Uint8Array[] = []
  private length = 0

  constructor(private readonly onLine: (line: string) => void) {}

  feed(bytes: Uint8Array): void {
    let start = 0
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      this.keep(bytes.subarray(start, end))
      start = end + 1
      if (this.length <= MAX_LINE) this.onLine(textOf(concatAll(this.parts)).replace(/\r+$/, ''))
      this.parts = []
      this.length = 0
    }
    this.keep(bytes.subarray(start))
  }

  private keep(bytes: Uint8Array): void {
    this.length += bytes.length
    if (this.length <= MAX_LINE) this.parts.push(bytes)
  }
}
