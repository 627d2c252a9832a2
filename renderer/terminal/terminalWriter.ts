import type { Terminal } from '@xterm/xterm'
import type { OutputItem } from '../../shared/board'
import { markerText } from './markerText'

/** What the writer needs of a terminal. */
export type WritableTerminal = Pick<Terminal, 'write'> & { buffer: { active: { cursorX: number } } }

/** Bytes of a piece: xterm lets the page breathe between pieces, so this bounds how long the window can't answer (about 2 ms beyond its 12). */
export const PIECE = 16 * 1024

/** Writes output to a terminal in order, a piece at a time, so that a flood leaves room for keys and drawing. */
export class TerminalWriter {
  private tail: Promise<void> = Promise.resolve()

  constructor(private readonly terminal: WritableTerminal) {}

  /** Resolves when everything has been taken in by the terminal. `before` is called when all that came earlier has been. */
  write(items: readonly OutputItem[], before?: () => void): Promise<void> {
    this.tail = this.tail.then(async () => {
      before?.()
      for (const item of items) await this.writeItem(item)
    })
    return this.tail
  }

  private async writeItem(item: OutputItem): Promise<void> {
    if (item.kind !== 'bytes') {
      // Asked only now that all before it was drawn: where the cursor stands is known to the terminal alone.
      await this.piece(markerText(item, this.terminal.buffer.active.cursorX))
      return
    }
    // All pieces at once: a page in the background gets one turn a second, and xterm takes as many of them as fit into it.
    const pieces = Array.from({ length: Math.ceil(item.bytes.length / PIECE) }, (_, at) =>
      item.bytes.subarray(at * PIECE, (at + 1) * PIECE),
    )
    await Promise.all(pieces.map((piece) => this.piece(piece)))
  }

  private piece(data: Uint8Array | string): Promise<void> {
    return new Promise((resolve) => {
      this.terminal.write(data, resolve)
    })
  }
}
