import type { OutputItem } from '../../shared/board'
import { t } from '../../shared/language/language'

const CAN = '\x18'
const RESET = '\x1b[0m'
/** Wrapping on and cursor shown: a program that was cut off may have left either off. */
const SANE_LINE = '\x1b[?7h\x1b[?25h'

/** Colours of the terminal's palette, so that lines that are drawn already follow the theme. */
const TONE = { info: '\x1b[90m', ok: '\x1b[32m', warn: '\x1b[33m', error: '\x1b[31m' } as const

/**
 * A line of ours as the terminal is to draw it: always a line by itself. `column` is where the cursor stands, from 0; off the left
 * edge the line begins below. CAN first: the board may have been cut off inside an escape sequence.
 */
export function markerText(item: Exclude<OutputItem, { kind: 'bytes' }>, column: number): string {
  const [text, tone] = item.kind === 'marker' ? [item.text, TONE[item.tone]] : [skippedText(item.lines), TONE.warn]
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
  return `${CAN}${RESET}${SANE_LINE}${column > 0 ? '\r\n' : '\r'}${tone}── ${plain}${RESET}\r\n`
}

function skippedText(lines: number): string {
  return t('{{count, number}} lines skipped', { count: lines })
}
