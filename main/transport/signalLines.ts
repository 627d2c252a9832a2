import type { OpenPort } from './serialBinding'
import type { Signals } from './transport'

/** The lines of an open port. The binding sets all of them on each call, so what they are is remembered here. */
export class SignalLines {
  private readonly now: Required<Signals>

  private constructor(
    private readonly port: OpenPort,
    /** False where the port has no lines, as a pseudo-terminal. */
    readonly available: boolean,
    platform: NodeJS.Platform,
  ) {
    // Unix raises DTR and RTS when it opens a port; on Windows the binding opens with both off.
    const raised = platform !== 'win32'
    this.now = { dtr: raised, rts: raised, break: false }
  }

  /** Asks the port, and moves nothing. */
  static async of(port: OpenPort, platform: NodeJS.Platform = process.platform): Promise<SignalLines> {
    return new SignalLines(port, await answers(port), platform)
  }

  /** Moves the given lines and leaves the others. */
  async set(change: Signals): Promise<void> {
    const next = { dtr: change.dtr ?? this.now.dtr, rts: change.rts ?? this.now.rts, break: change.break ?? this.now.break }
    await this.port.set({ dtr: next.dtr, rts: next.rts, brk: next.break })
    Object.assign(this.now, next)
  }

  /** False when a port that had lines doesn't answer any more: it vanished. */
  async answer(): Promise<boolean> {
    return !this.available || (await answers(this.port))
  }
}

async function answers(port: OpenPort): Promise<boolean> {
  try {
    await port.get()
    return true
  } catch {
    return false
  }
}
