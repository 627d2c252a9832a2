import type { Terminal } from '@xterm/xterm'

/**
 * Operating system commands that a board must not give: window and icon title (0, 1, 2), colours of the palette (4, 104) and of text,
 * ground and cursor (10-12, 110-112: text could be made invisible), links whose text hides their target (8), clipboard (52).
 */
const REFUSED_OSC = [0, 1, 2, 4, 8, 10, 11, 12, 52, 104, 110, 111, 112]

/** Makes a terminal deaf to escape sequences that reach beyond its own text, and to questions about what it is. */
export function guardEscapes(terminal: Terminal): void {
  const swallow = (): boolean => true
  for (const command of REFUSED_OSC) terminal.parser.registerOscHandler(command, swallow)
  // Answers to "what are you?" would be typed into the board's prompt. The cursor's position (CSI 6 n) is still told: editors that
  // run on a board measure the terminal by it.
  for (const prefix of ['', '>', '=']) terminal.parser.registerCsiHandler(prefix === '' ? { final: 'c' } : { prefix, final: 'c' }, swallow)
  terminal.parser.registerDcsHandler({ intermediates: '$', final: 'q' }, swallow)
  terminal.parser.registerCsiHandler({ intermediates: '$', final: 'p' }, swallow)
  terminal.parser.registerCsiHandler({ prefix: '?', intermediates: '$', final: 'p' }, swallow)
}
