import type { IBufferLine, ILink, ILinkProvider, Terminal } from '@xterm/xterm'

/** A place in a file, as a line of a traceback names it. */
export interface TracebackPlace {
  /** As the board says it: `<stdin>`, `/lib/a.py`, `main.py`. */
  file: string
  /** From 1. */
  line: number
  /** Where the words stand in the line of text: from, up to (not including). */
  start: number
  end: number
}

/** A board may print one very long line; what is longer is no traceback. */
const MAX_LINE = 2_000

/** The places that a line of output names. */
export function tracebackPlaces(text: string): TracebackPlace[] {
  if (text.length > MAX_LINE) return []
  return [...text.matchAll(/File "([^"\r\n]{1,1000})", line (\d{1,9})/g)].map((match) => ({
    file: match[1] ?? '',
    line: Number(match[2]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Makes a traceback's lines links that call `open`. */
export function tracebackLinkProvider(terminal: Terminal, open: (place: TracebackPlace) => void): ILinkProvider {
  return {
    provideLinks(row, callback) {
      const buffer = terminal.buffer.active
      let first = row - 1
      while (first > 0 && buffer.getLine(first)?.isWrapped === true) first--
      const lines: IBufferLine[] = []
      for (let at = first; lines.length * terminal.cols <= MAX_LINE; at++) {
        const line = buffer.getLine(at)
        if (line === undefined || (at > first && !line.isWrapped)) break
        lines.push(line)
      }
      const text = lines.map((line) => line.translateToString(false, 0, terminal.cols)).join('')
      const cell = (index: number): { x: number; y: number } => ({
        x: (index % terminal.cols) + 1,
        y: first + Math.floor(index / terminal.cols) + 1,
      })
      const links = tracebackPlaces(text).map((place): ILink => ({
        text: text.slice(place.start, place.end),
        range: { start: cell(place.start), end: cell(place.end - 1) },
        activate: () => {
          open(place)
        },
      }))
      callback(links.length > 0 ? links : undefined)
    },
  }
}
