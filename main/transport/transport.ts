import type { Event } from '../../shared/lifecycle'

/** Modem control lines that we drive. `true` asserts the line. */
export interface Signals {
  dtr?: boolean
  rts?: boolean
  break?: boolean
}

/** Why a transport ended without having been closed by us. */
export interface Gone {
  /** In words for people, such as `The port vanished`. */
  reason: string
}

/**
 * A two-way pipe of bytes. It knows nothing of Python.
 *
 * Life: made -> `open` -> any number of `write` -> `close`. A transport is opened once; a new one is made for the next try.
 * Opening sends nothing and moves no signal line that could reset a board.
 * Failures are AppErrors: `port-not-found`, `port-permission`, `port-busy`, `port-gone`, `port-failed`, `timeout`.
 */
export interface Transport {
  /** What the port is called by the system or the user: `/dev/ttyACM0`, `COM7`, `virtual`. */
  readonly path: string
  /** Bytes as they come. Nothing is kept for a listener that comes late: subscribe before `open`. The receiver owns the array. */
  readonly onData: Event<Uint8Array>
  /** Fires once when the other side vanished. Never fires for our own `close`. */
  readonly onGone: Event<Gone>
  /** Limit 10 s. */
  open(): Promise<void>
  /**
   * Hands every byte to the system, in order with earlier writes. Resolves when the system has taken them all;
   * rejects with `port-gone`, or with `timeout` when the other side took nothing for `WRITE_STALL_MS`.
   */
  write(bytes: Uint8Array): Promise<void>
  /** Stops `onData` (bytes wait in the system's or the board's buffer) until `resume`. A port that vanishes meanwhile is noticed. */
  pause(): void
  resume(): void
  /** True when signal lines can be moved here (a pseudo-terminal cannot). */
  readonly hasSignals: boolean
  /** Moves signal lines; rejects with `not-available` where there are none. */
  setSignals(signals: Signals): Promise<void>
  /** A reset as by the board's reset button, where the open transport has one: the virtual board, signal lines that lead there. */
  readonly hardReset?: (() => Promise<void>) | undefined
  /** Always resolves, within 2 s, whatever state the port is in. May be called twice. */
  close(): Promise<void>
}

/** A write of which the other side takes nothing for this long fails with `timeout`. */
export const WRITE_STALL_MS = 5_000
