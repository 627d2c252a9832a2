/** A place in a traceback: `line` counts from 1; `name` is the function, or `<module>`. */
export interface TracebackFrame {
  file: string
  line: number
  name: string
}

/** A traceback taken apart; frames in the board's order, the place of the error last. `message` is empty where there is none. */
export interface Traceback {
  frames: TracebackFrame[]
  /** The class, such as `ValueError`. */
  exception: string
  message: string
}

const FRAME = /^ {2}File "(.*)", line (\d+)(?:, in (.*))?$/
const EXCEPTION = /^([A-Za-z_][\w.]*)(?:: ?(.*))?$/
/** More than this is no traceback of a board. */
const MAX_TEXT = 100_000
const MAX_FRAMES = 1_000

/**
 * Finds the last traceback in a text and takes it apart; null when there is none. A lone exception line, as MicroPython prints for an error
 * without frames, counts when it is the whole text. A message of several lines is kept whole.
 */
export function parseTraceback(text: string): Traceback | null {
  const lines = text.slice(-MAX_TEXT).split(/\r?\n/)
  while (lines.at(-1)?.trim() === '') lines.pop()
  let at = lines.findLastIndex((line) => line.startsWith('Traceback (most recent call last):')) + 1
  const hasHeading = at > 0
  if (!hasHeading) at = lines.findIndex((line) => line.trim() !== '')
  const frames: TracebackFrame[] = []
  for (; at >= 0 && at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const frame = FRAME.exec(line)
    if (frame !== null) {
      if (frames.length < MAX_FRAMES) frames.push({ file: frame[1] ?? '', line: Number(frame[2]), name: frame[3] ?? '<module>' })
      continue
    }
    // CPython and CircuitPython may show source below a frame.
    if (/^\s/.test(line)) continue
    const match = EXCEPTION.exec(line)
    if (match === null || (!hasHeading && !/(Error|Exception|Interrupt|Exit|Iteration|Warning)$/.test(match[1] ?? ''))) return null
    const message = [match[2] ?? '', ...lines.slice(at + 1)].join('\n').trimEnd()
    return { frames, exception: match[1] ?? '', message }
  }
  return null
}
