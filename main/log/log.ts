import { type Clock, systemClock } from '../../shared/clock'
import { Emitter } from '../../shared/lifecycle'
import type { LogEntry } from '../../shared/log'
import { RotatingFile } from './rotatingFile'

/** Entries kept in memory. */
const KEPT = 1_000
const LIMITS = { size: 1024 * 1024, files: 3 }
/** A longer text is cut: the log is for lines. */
const MAX_TEXT = 20_000

/** The app's own log: the newest entries in memory, all of them as lines of a file. Never throws. */
export class Log {
  private readonly added = new Emitter<LogEntry>()
  readonly onEntry = this.added.event
  private readonly kept: LogEntry[] = []
  private readonly file: RotatingFile
  private count = 0

  constructor(
    file: string,
    private readonly clock: Clock = systemClock,
  ) {
    this.file = new RotatingFile(file, LIMITS)
  }

  /** `details` (facts about the event) are added to the line as JSON. */
  write(level: LogEntry['level'], text: string, details?: Record<string, unknown>): void {
    const whole = details === undefined ? text : `${text} ${asJson(details)}`
    this.count += 1
    const entry: LogEntry = { id: this.count, at: this.clock.now(), level, text: whole.slice(0, MAX_TEXT) }
    this.kept.push(entry)
    if (this.kept.length > KEPT) this.kept.shift()
    this.file.append(Buffer.from(asLine(entry)))
    this.added.fire(entry)
  }

  /** The newest 1,000, the oldest first. */
  entries(): readonly LogEntry[] {
    return this.kept
  }

  /** Writes what is waiting and closes the file. */
  async close(): Promise<void> {
    await this.file.close()
    this.added.dispose()
  }
}

/** One line per entry: line ends within the text, and control characters, can't forge another. */
function asLine({ at, level, text }: LogEntry): string {
  const plain = text
    .replaceAll('\n', '\n    ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, (control) => JSON.stringify(control).slice(1, -1))
  return `${new Date(at).toISOString()} ${level.padEnd(5)} ${plain}\n`
}

function asJson(details: Record<string, unknown>): string {
  try {
    return JSON.stringify(details)
  } catch {
    return '(details that can’t be written)'
  }
}
