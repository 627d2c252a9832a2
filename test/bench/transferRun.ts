import { BoardFiles } from '../../main/protocol/boardFiles'
import { ENTER_RAW, RAW_BANNER } from '../../main/protocol/controlBytes'
import { type Firmware, probe } from '../../main/protocol/probe'
import { RawRepl } from '../../main/protocol/rawRepl'
import type { Wire } from '../../main/protocol/wire'
import type { Transport } from '../../main/transport/transport'
import type { Clock } from '../../shared/clock'
import { wireOf } from '../rig/transportWire'
import { Traffic } from './link/traffic'

const MAX_BANNER = 1_024
const BARE_LIMIT_MS = 5_000

/** A line with a board at its end, on a clock. */
export interface BenchedLine {
  clock: Clock
  transport: Transport
  /** Lets the clock's time pass until the work is done. */
  drive<T>(work: Promise<T>): Promise<T>
}

/** What some work cost, in the line's own time. */
export interface Cost {
  /** Bytes of files that were moved; 0 where none were. */
  payload: number
  ms: number
  sent: number
  received: number
  roundTrips: number
  windows: number
}

/** A board at its raw prompt, and what it costs to work with it. */
export class BenchedBoard {
  private readonly traffic = new Traffic()
  private readonly wire: Wire
  private readonly costs = new Map<string, Cost>()
  private opened: { repl: RawRepl; files: BoardFiles } | undefined

  constructor(
    private readonly line: BenchedLine,
    /** What the firmware is to be taken for, other than it says. */
    private readonly without: Partial<Firmware> = {},
  ) {
    const { transport, clock } = line
    const wire = wireOf(transport, clock)
    transport.onData((bytes) => this.traffic.came(bytes))
    this.wire = {
      ...wire,
      write: (bytes) => {
        this.traffic.wrote(bytes)
        return wire.write(bytes)
      },
    }
  }

  get files(): BoardFiles {
    return this.ready.files
  }

  get repl(): RawRepl {
    return this.ready.repl
  }

  /** From opening the port to the first thing that a user sees of a board: its files. */
  async coldStart(): Promise<void> {
    await this.line.transport.open()
    const repl = await RawRepl.enter(this.wire)
    const files = new BoardFiles(repl, { ...(await probe(repl)), ...this.without })
    await files.list('/')
    this.opened = { repl, files }
  }

  /** As many times a byte to the board, and what it says to it, with nothing done between. */
  async bareRoundTrips(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await this.wire.write(Uint8Array.of(ENTER_RAW))
      await this.wire.reader.receiveUntil(RAW_BANNER, MAX_BANNER, { timeoutMs: BARE_LIMIT_MS })
    }
  }

  /** Does the work and notes under that name what it cost. */
  async measure<T>(work: string, payload: number, task: () => Promise<T>): Promise<T> {
    const { line, traffic } = this
    traffic.reset()
    const began = line.clock.monotonic()
    const result = await line.drive(task())
    const { sent, received, roundTrips, windows } = traffic
    this.costs.set(work, { payload, ms: line.clock.monotonic() - began, sent, received, roundTrips, windows })
    return result
  }

  /** Does work that is not measured. */
  async prepare<T>(task: () => Promise<T>): Promise<T> {
    return await this.line.drive(task())
  }

  /** Moves a file to the board and back, and compares. */
  async moveFile(name: string, bytes: Uint8Array): Promise<void> {
    const path = `/${name}.bin`
    await this.measure(`${name} up`, bytes.length, () => this.files.writeFile(path, bytes))
    expectEqual(bytes, await this.measure(`${name} down`, bytes.length, () => this.files.readFile(path)))
  }

  /** Leaves the board at its prompt, and the port to others. */
  async close(): Promise<void> {
    await this.line.drive(this.repl.leave())
    await this.line.transport.close()
  }

  /** What everything cost, by its name. */
  end(): ReadonlyMap<string, Cost> {
    return this.costs
  }

  private get ready(): { repl: RawRepl; files: BoardFiles } {
    if (this.opened === undefined) throw new Error('The board was not opened')
    return this.opened
  }
}

/** Fails when a file came back otherwise than it was sent. */
export function expectEqual(wanted: Uint8Array, got: Uint8Array): void {
  if (Buffer.compare(wanted, got) !== 0) throw new Error('What came back from the board is not what was sent')
}
