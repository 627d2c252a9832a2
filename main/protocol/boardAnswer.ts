import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { concatAll, textOf } from './bytes'
import { boardError } from './boardError'
import type { ExecOptions, RawRepl } from './rawRepl'

/** A line of a script's answer: the letter behind `~`, and the fields behind it. */
export interface AnswerLine {
  kind: string
  fields: string[]
}

/** What asking needs beside the script. */
export interface AskOptions extends ExecOptions {
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

/**
 * Runs one of our scripts and answers its lines. Lines that don't begin with `~` go to `onLine` alone. Throws what the board's error stands
 * for (see `boardError`), and `board-error` when the answer lacks its end.
 */
export async function ask(repl: RawRepl, script: string, options: AskOptions): Promise<AnswerLine[]> {
  const { path, platform, onLine } = options
  const lines: AnswerLine[] = []
  const splitter = new LineSplitter((line) => {
    onLine?.(line)
    if (!line.startsWith('~') || lines.length >= MAX_LINES) return
    lines.push({ kind: line.slice(1, 2), fields: line.slice(3).split(' ') })
  })
  const { error } = await repl.exec(script, {
    timeoutMs: options.timeoutMs,
    signal: options.signal,
    inGuest: true,
    onOutput: (bytes) => splitter.feed(bytes),
  })
  if (error !== '') throw boardError(error, path, platform)
  if (lines.at(-1)?.kind !== '.')
    throw new AppError('board-error', t('The board’s answer about {{path}} is incomplete', { path }), { path })
  return lines
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
