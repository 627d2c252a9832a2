const WINDOW = 0x01

/**
 * What went over a wire, seen from the computer. A round trip is counted when the computer writes after something has come from the board: then it may have
 * waited. Where all that came is the byte by which raw-paste mode asks for more code, it is counted as a window instead.
 */
export class Traffic {
  sent = 0
  received = 0
  roundTrips = 0
  windows = 0
  private heard: 'nothing' | 'windows' | 'answer' = 'answer'

  /** To be called for each write. */
  wrote(bytes: Uint8Array): void {
    this.sent += bytes.length
    if (this.heard === 'answer') this.roundTrips += 1
    else if (this.heard === 'windows') this.windows += 1
    this.heard = 'nothing'
  }

  /** To be called for what comes. */
  came(bytes: Uint8Array): void {
    this.received += bytes.length
    if (bytes.some((byte) => byte !== WINDOW)) this.heard = 'answer'
    else if (this.heard === 'nothing') this.heard = 'windows'
  }

  /** Begins anew. */
  reset(): void {
    this.sent = this.received = this.roundTrips = this.windows = 0
    this.heard = 'answer'
  }
}
