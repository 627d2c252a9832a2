import { BINARY, COM_PORT, DO, DONT, ECHO, SUPPRESS_GO_AHEAD, WILL, WONT } from './telnetCodec'

/** Options that we have on our side, and those that the other side may have. */
const OURS = [COM_PORT, BINARY, SUPPRESS_GO_AHEAD]
const THEIRS = [BINARY, SUPPRESS_GO_AHEAD, ECHO, COM_PORT]
/** What we ask for by ourselves. */
const ASKED: readonly [verb: number, option: number][] = [
  [WILL, COM_PORT],
  [WILL, BINARY],
  [DO, BINARY],
  [WILL, SUPPRESS_GO_AHEAD],
  [DO, SUPPRESS_GO_AHEAD],
]

/** The negotiation of telnet's options with a server of serial ports. Pure: says what to send, and what was agreed. */
export class TelnetOptions {
  /** The last word that we said of an option, for each side. */
  private readonly saidOurs = new Map<number, number>()
  private readonly saidTheirs = new Map<number, number>()
  private readonly agreed = new Set<string>()
  private refused = false

  constructor(private readonly send: (verb: number, option: number) => void) {}

  /** Asks for all that we need. */
  begin(): void {
    for (const [verb, option] of ASKED) this.say(verb, option)
  }

  /** True when the server takes a port's settings, and bytes as they are, both ways. */
  get isReady(): boolean {
    return this.agreed.has(`do ${COM_PORT}`) && this.agreed.has(`do ${BINARY}`) && this.agreed.has(`will ${BINARY}`)
  }

  /** True when the server has said that it doesn't know what we need. */
  get isRefused(): boolean {
    return this.refused
  }

  /** The server said this. Answered only where it changes something, so that two sides never go on for ever. */
  heard(verb: number, option: number): void {
    switch (verb) {
      case DO:
        if (OURS.includes(option)) this.agreed.add(`do ${option}`)
        this.say(OURS.includes(option) ? WILL : WONT, option)
        return
      case WILL:
        if (THEIRS.includes(option)) this.agreed.add(`will ${option}`)
        this.say(THEIRS.includes(option) ? DO : DONT, option)
        return
      case DONT:
        this.agreed.delete(`do ${option}`)
        this.say(WONT, option)
        if (option === COM_PORT || option === BINARY) this.refused = true
        return
      default:
        this.agreed.delete(`will ${option}`)
        this.say(DONT, option)
        if (option === BINARY) this.refused = true
    }
  }

  private say(verb: number, option: number): void {
    const said = verb === WILL || verb === WONT ? this.saidOurs : this.saidTheirs
    if (said.get(option) === verb) return
    said.set(option, verb)
    this.send(verb, option)
  }
}
