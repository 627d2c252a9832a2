/** Ctrl-A: enter the raw REPL. */
export const ENTER_RAW = 0x01
/** Ctrl-B: back to the friendly REPL, which prints its banner. */
export const FRIENDLY = 0x02
/** Ctrl-C: interrupt the program, or cancel the line. */
export const INTERRUPT = 0x03
/** Ctrl-D: end of the code; soft reset on an empty line. From the board: end of a part of the answer. */
export const END = 0x04
/** Ctrl-E: paste mode in the friendly REPL; begins a command in the raw REPL. */
export const PASTE = 0x05
/** From the board in raw-paste mode: one window of the code has been taken. */
export const WINDOW = 0x01

/** Asks a raw REPL for raw-paste mode. */
export const ASK_RAW_PASTE = Uint8Array.of(PASTE, 0x41, ENTER_RAW)
/** The raw REPL's prompt. */
export const RAW_PROMPT = 0x3e

const encoder = new TextEncoder()

/** What a raw REPL prints when it is entered, up to its prompt. */
export const RAW_BANNER = encoder.encode('raw REPL; CTRL-B to exit\r\n>')
/** The end of what a friendly REPL prints when it is entered, before the prompt. */
export const FRIENDLY_BANNER = encoder.encode('Type "help()" for more information.\r\n')
