/** Telnet's bytes (RFC 854): IAC begins a command; two of them are the byte itself. */
export const IAC = 255
export const DONT = 254
export const DO = 253
export const WONT = 252
export const WILL = 251
const SB = 250
const SE = 240

/** Options: bytes as they are (RFC 856), echo (RFC 857), no Go Ahead (RFC 858), and serial ports (RFC 2217). */
export const BINARY = 0
export const ECHO = 1
export const SUPPRESS_GO_AHEAD = 3
export const COM_PORT = 44

/** A subnegotiation longer than this is none that we know. */
const MOST_PARAMETERS = 1_024

/** What comes out of a stream. */
export interface TelnetReader {
  /** The port's own bytes, in arrays of their own. */
  onData(bytes: Uint8Array): void
  /** `verb` is one of WILL, WONT, DO, DONT. */
  onNegotiation(verb: number, option: number): void
  onSubnegotiation(option: number, parameters: Uint8Array): void
}

type Place = 'data' | 'command' | 'option' | 'parameters' | 'parametersIac'

/** Takes a telnet stream apart, wherever it is cut. Pure. */
export class TelnetDecoder {
  private place: Place = 'data'
  private verb = 0
  private parameters: number[] = []

  constructor(private readonly reader: TelnetReader) {}

  feed(bytes: Uint8Array): void {
    let data: number[] = []
    const flush = (): void => {
      if (data.length > 0) this.reader.onData(Uint8Array.from(data))
      data = []
    }
    for (let at = 0; at < bytes.length; at += 1) {
      if (this.place === 'data') {
        // Whole stretches at once: a file holds few commands.
        const end = bytes.indexOf(IAC, at)
        const stretch = bytes.slice(at, end < 0 ? bytes.length : end)
        if (stretch.length > 0) {
          flush()
          this.reader.onData(stretch)
        }
        if (end < 0) return
        at = end
        this.place = 'command'
        continue
      }
      const byte = bytes[at] ?? 0
      if (this.place === 'command' && byte === IAC) {
        data.push(byte)
        this.place = 'data'
      } else {
        flush()
        this.step(byte)
      }
    }
    flush()
  }

  private step(byte: number): void {
    switch (this.place) {
      case 'command':
        this.verb = byte
        this.parameters = []
        this.place = byte === SB ? 'parameters' : byte >= WILL && byte <= DONT ? 'option' : 'data'
        return
      case 'option':
        this.place = 'data'
        this.reader.onNegotiation(this.verb, byte)
        return
      case 'parameters':
        if (byte === IAC) this.place = 'parametersIac'
        else if (this.parameters.length <= MOST_PARAMETERS) this.parameters.push(byte)
        return
      case 'parametersIac':
        this.place = 'parameters'
        if (byte === IAC) this.parameters.push(byte)
        if (byte === SE) this.endParameters()
        return
      case 'data':
        return
    }
  }

  private endParameters(): void {
    this.place = 'data'
    const [option, ...parameters] = this.parameters
    if (option !== undefined && parameters.length < MOST_PARAMETERS) this.reader.onSubnegotiation(option, Uint8Array.from(parameters))
  }
}

/** The port's bytes as they may be sent. */
export function escapeIac(bytes: Uint8Array): Uint8Array {
  const count = bytes.reduce((sum, byte) => sum + (byte === IAC ? 1 : 0), 0)
  if (count === 0) return bytes
  const escaped = new Uint8Array(bytes.length + count)
  let at = 0
  for (const byte of bytes) {
    escaped[at++] = byte
    if (byte === IAC) escaped[at++] = IAC
  }
  return escaped
}

/** `IAC WILL option` and the like. */
export function negotiation(verb: number, option: number): Uint8Array {
  return Uint8Array.of(IAC, verb, option)
}

/** `IAC SB option ... IAC SE`. */
export function subnegotiation(option: number, parameters: Uint8Array): Uint8Array {
  return Uint8Array.of(IAC, SB, option, ...escapeIac(parameters), IAC, SE)
}
