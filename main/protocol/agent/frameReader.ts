import { crc32 } from 'node:zlib'
import type { Clock } from '../../../shared/clock'
import { hasCode } from '../../../shared/errors'
import type { ByteReader } from '../byteReader'
import { concat, textOf } from '../bytes'
import { ResultFrame } from '../resultFrame'
import { MARK } from './agentScript'

/** What the agent answers: see agentScript.ts for the kinds. `harmed` is a frame of which nothing else is known. */
export interface AgentFrame {
  kind: string
  seq: string
  number: number
  payload: Uint8Array
}

/** What comes next from a board on which an agent works. `ended` is the REPL's word that no agent works any more, `reset` when by a reset. */
export type AgentEvent =
  { is: 'frame'; frame: AgentFrame } | { is: 'harmed' } | { is: 'received' } | { is: 'ended'; error: string; reset: boolean }

const HEADER_LENGTH = 23
const HEADER = /^([A-Z])([0-9a-z])([0-9a-f]{4})([0-9a-f]{8})([0-9a-f]{8})$/
/** The agent's word that a message came whole. */
const RECEIVED = 0x06
/** A frame is sent at once: one that stands still for this long has lost bytes. */
const FRAME_MS = 1_500
const MAX_READ = 64 * 1024

/** How long an event is waited for. */
export interface NextOptions {
  timeoutMs: number
  isOutputAwaited?: boolean
  signal?: AbortSignal
}

/**
 * Reads the agent's frames, whatever their payload looks like. What comes between frames is told apart: the output of timers, threads and
 * scripts goes to `onOutput`, the end of the agent is an event. Behind a harmed frame nothing is taken for output until the next whole frame.
 */
export class FrameReader {
  private held: Uint8Array = new Uint8Array()
  private isAstray = false
  private readonly between = new ResultFrame((bytes) => this.onOutput(bytes))

  constructor(
    private readonly reader: ByteReader,
    private readonly clock: Clock,
    private readonly onOutput: (bytes: Uint8Array) => void,
  ) {}

  /**
   * The next event, within `timeoutMs`, whatever is printed meanwhile; unless `isOutputAwaited`: then each output is a sign of life. Throws
   * `timeout`, `cancelled`, `port-gone`.
   */
  async next({ timeoutMs, isOutputAwaited, signal }: NextOptions): Promise<AgentEvent> {
    let giveUpAt = this.clock.monotonic() + timeoutMs
    for (;;) {
      const event = this.take()
      if (event !== undefined) return event
      try {
        const left = Math.max(0, giveUpAt - this.clock.monotonic())
        const isInside = this.held.length > 0
        this.held = concat(
          this.held,
          await this.reader.receive(MAX_READ, { timeoutMs: isInside ? Math.min(FRAME_MS, left) : left, signal }),
        )
        if (isOutputAwaited === true || isInside) giveUpAt = this.clock.monotonic() + timeoutMs
      } catch (thrown) {
        if (this.held.length === 0 || !hasCode(thrown, 'timeout')) throw thrown
        return this.lose()
      }
    }
  }

  private take(): AgentEvent | undefined {
    while (this.held.length > 0) {
      const at = this.held.findIndex((byte) => byte === MARK || byte === RECEIVED)
      const length = at < 0 ? this.held.length : at
      if (length > 0) {
        const ended = this.passBetween(this.held.subarray(0, length))
        this.held = this.held.subarray(length)
        if (ended !== undefined) return ended
        continue
      }
      if (this.held[0] === RECEIVED) {
        this.held = this.held.subarray(1)
        if (this.isAstray) continue
        return { is: 'received' }
      }
      if (this.held.length < HEADER_LENGTH) return undefined
      const event = this.takeFrame()
      if (event !== 'none') return event
    }
    return undefined
  }

  /** `held` begins with MARK and is as long as a header. */
  private takeFrame(): AgentEvent | 'none' | undefined {
    const head = textOf(this.held.subarray(1, HEADER_LENGTH))
    const [, kind = '', seq = '', length = '', number = '', crc = ''] = HEADER.exec(head) ?? []
    if (kind === '') {
      // No frame's beginning after all.
      const ended = this.passBetween(this.held.subarray(0, 1))
      this.held = this.held.subarray(1)
      return ended ?? 'none'
    }
    const end = HEADER_LENGTH + parseInt(length, 16)
    if (this.held.length < end) return undefined
    const payload = this.held.slice(HEADER_LENGTH, end)
    if (crc32(payload, crc32(head.slice(0, 14))) !== parseInt(crc, 16)) return this.lose()
    this.held = this.held.subarray(end)
    this.isAstray = false
    return { is: 'frame', frame: { kind, seq, number: parseInt(number, 16), payload } }
  }

  /** Looks for the next frame behind the mark at which one was expected. */
  private lose(): AgentEvent {
    this.isAstray = true
    this.held = this.held.subarray(1)
    return { is: 'harmed' }
  }

  private passBetween(bytes: Uint8Array): AgentEvent | undefined {
    // Parts of a harmed frame may look like anything, also like an end.
    if (this.isAstray) return undefined
    if (!this.between.feed(bytes)) return undefined
    this.reader.unread(concat(this.between.rest, this.held.subarray(bytes.length)))
    this.held = new Uint8Array()
    return { is: 'ended', error: this.between.error, reset: this.between.end !== 'prompt' }
  }
}
