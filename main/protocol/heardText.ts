import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { ByteQueue } from './byteQueue'
import { textOf } from './bytes'
import { showsMicroPython } from './otherFirmware'

/** Of what came, this much is looked at. */
const MOST_KEPT = 64 * 1024
/** What a failure quotes of it. */
const QUOTE_LENGTH = 80
/** More of this than of text is no text: another speed, or another protocol. */
const NO_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd]/g
const ESCAPE_SEQUENCES = /\u001b(\[[0-9;?]*[ -/]*[@-~]|.)?/g

/** What came on a line that gave no prompt, and what it tells of the other side. */
export class HeardText {
  private readonly queue = new ByteQueue()
  private kept: string | undefined
  /** Bytes that came in all. */
  count = 0

  add(bytes: Uint8Array): void {
    this.count += bytes.length
    if (this.queue.length < MOST_KEPT) this.queue.push(bytes.slice(0, MOST_KEPT))
  }

  /** Every rung was tried in vain: `not-micropython` when something talks that shows no sign of it, else `no-prompt`. */
  failure(rungs: string, sent: Uint8Array, isProven: boolean): AppError {
    const text = (this.kept ??= textOf(this.queue.takeAll()))
    const details = { rungs, heard: this.count, said: quotedLine(text) }
    if (this.count === 0 || isProven || showsMicroPython(text)) return new AppError('no-prompt', t('The board does not answer'), details)
    const echo = text === textOf(sent)
    return new AppError('not-micropython', t('What is connected talks, but not MicroPython'), {
      ...details,
      echo,
      binary: details.said === '' && !echo,
    })
  }
}

/** The last whole line, fit for a sentence; empty when it is no text. */
export function quotedLine(text: string): string {
  const plain = text.replace(ESCAPE_SEQUENCES, '')
  if ((plain.match(NO_TEXT) ?? []).length * 4 > plain.length) return ''
  const lines = plain
    .replace(NO_TEXT, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const line = (lines.length > 2 ? lines.at(-2) : lines.at(-1)) ?? ''
  return line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH)}…` : line
}
