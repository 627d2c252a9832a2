import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { BoardFiles } from '../../main/protocol/boardFiles'
import { ByteReader } from '../../main/protocol/byteReader'
import { KnownPrompts } from '../../main/protocol/knownPrompts'
import { type Firmware, probe } from '../../main/protocol/probe'
import { RawRepl } from '../../main/protocol/rawRepl'
import type { Wire } from '../../main/protocol/wire'
import { VirtualBoard } from '../../main/virtual/virtualBoard'
import { VirtualPort } from '../../main/virtual/virtualPort'
import { type Clock, systemClock } from '../../shared/clock'
import { workerPath } from './workerPath'

/** A virtual board at its raw prompt, its files, and the line to it, on which bytes can be counted and harmed. */
export interface BoardFilesRig {
  board: VirtualBoard
  port: VirtualPort
  wire: Wire
  repl: RawRepl
  firmware: Firmware
  files: BoardFiles
  line: TestLine
  /** What background programs printed while files were moved. */
  stray: string
  /** The files as another firmware would have them. */
  as(firmware: Partial<Firmware>): BoardFiles
  /** Runs code at the raw prompt; throws what it raises. */
  exec(code: string): Promise<string>
}

/** What passes over a line. */
export class TestLine {
  /** Bytes so far, and how often the direction changed from listening to sending. */
  sent = 0
  received = 0
  turns = 0
  /** Everything sent, a character a byte, while it is kept. */
  text: string | undefined
  /** Changes what is sent, or what comes; called once for each piece of bytes. */
  down: ((bytes: Uint8Array) => Uint8Array) | undefined
  up: ((bytes: Uint8Array) => Uint8Array) | undefined
  private isSending = false

  /** Forgets what was counted. */
  begin(): void {
    this.sent = this.received = this.turns = 0
    this.text = ''
    this.isSending = false
  }

  noteSent(bytes: Uint8Array): Uint8Array {
    this.sent += bytes.length
    if (!this.isSending) this.turns += 1
    this.isSending = true
    if (this.text !== undefined) this.text += Buffer.from(bytes).toString('latin1')
    return this.down?.(bytes) ?? bytes
  }

  noteReceived(bytes: Uint8Array): Uint8Array {
    this.received += bytes.length
    this.isSending = false
    return this.up?.(bytes) ?? bytes
  }
}

/** How a rig is set up. */
export interface RigOptions {
  /** The board, where it is there already. */
  board?: VirtualBoard
  clock?: Clock
  /** Gets what is to be undone; by default when the test has finished. */
  finally?: (undo: () => Promise<void>) => void
}

/** Sets up a board with an empty flash, at its raw prompt. */
export async function boardFilesRig(options: RigOptions = {}): Promise<BoardFilesRig> {
  const { clock = systemClock, finally: atEnd = onTestFinished } = options
  let { board } = options
  if (board === undefined) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'perfboard-test-'))
    const own = (board = new VirtualBoard({ folder, workerPath, clock: systemClock }))
    atEnd(async () => {
      await own.powerOff()
      await rm(folder, { recursive: true, force: true })
    })
  }
  const port = new VirtualPort(board, systemClock)
  const line = new TestLine()
  const reader = new ByteReader(clock)
  port.onData((bytes) => reader.push(line.noteReceived(bytes)))
  const wire: Wire = { reader, clock, prompts: new KnownPrompts(), write: (bytes) => port.write(line.noteSent(bytes)) }
  await port.open()
  atEnd(() => port.close())
  const rig: Pick<BoardFilesRig, 'stray'> = { stray: '' }
  const repl = await RawRepl.enter(wire, { onStray: (bytes) => (rig.stray += Buffer.from(bytes).toString()) })
  const firmware = await probe(repl)
  return Object.assign(rig, {
    board,
    port,
    wire,
    repl,
    firmware,
    line,
    files: new BoardFiles(repl, firmware),
    as: (other: Partial<Firmware>) => new BoardFiles(repl, { ...firmware, ...other }),
    async exec(code: string): Promise<string> {
      const { output, error } = await repl.exec(code)
      if (error !== '') throw new Error(error)
      return Buffer.from(output).toString()
    },
  })
}

/** Bytes without any order, the same for the same seed. */
export function noise(length: number, seed = 12_345): Uint8Array {
  let state = seed
  return Uint8Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16)
}
