import type { FeedBatch } from './outputFeed'
import { activeChannel } from './channels'
import { SessionTerminal } from './sessionTerminal'

const terminals = new Map<string, SessionTerminal>()

/** The terminal of a channel; made at first use, kept for as long as the page. */
export function terminalOf(channel: string): SessionTerminal {
  let terminal = terminals.get(channel)
  if (terminal === undefined) {
    terminal = new SessionTerminal(channel)
    terminals.set(channel, terminal)
  }
  return terminal
}

/** The terminal that the window shows, or null before the first board. */
export function activeTerminal(): SessionTerminal | null {
  const channel = activeChannel()
  return channel === null ? null : terminalOf(channel)
}

/** Feeds output to its channel's terminal. */
export function drawBatch(batch: FeedBatch): Promise<void> {
  return terminalOf(batch.channel).draw(batch.items, batch.kept, batch.fresh)
}
