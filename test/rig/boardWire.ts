import path from 'node:path'
import { onTestFinished } from 'vitest'
import { systemClock } from '../../shared/clock'
import { BoardHardware } from '../../main/virtual/hardware'
import { VirtualBoard } from '../../main/virtual/virtualBoard'
import { temporaryFolder } from './temporaryFolder'
import { workerPath } from './workerPath'

const PROMPT = '>>> '
const RAW_PROMPT = '\r\n>'
const DEFAULT_LIMIT_MS = 8_000

/** A virtual board and its wire, without any protocol between: bytes are sent, and what comes back is waited for. */
export class BoardWire {
  /** What came and was not waited for yet, a character a byte. */
  text = ''
  private changed: () => void = () => undefined

  /** What lies around the board. */
  readonly hardware: BoardHardware

  private constructor(
    readonly board: VirtualBoard,
    readonly folder: string,
  ) {
    this.hardware = new BoardHardware(board, systemClock, path.join(folder, 'wiring.json'))
    board.onData((bytes) => {
      this.text += Buffer.from(bytes).toString('latin1')
      this.changed()
    })
  }

  /** A board with power, at its first prompt. It loses its power when the test has finished. */
  static async start(folder?: string): Promise<BoardWire> {
    const wire = await BoardWire.off(folder)
    await wire.board.powerOn()
    await wire.until(PROMPT)
    return wire
  }

  /** A board without power. */
  static async off(folder?: string): Promise<BoardWire> {
    const where = folder ?? (await temporaryFolder())
    const board = new VirtualBoard({ folder: where, workerPath, clock: systemClock })
    onTestFinished(() => board.powerOff())
    return new BoardWire(board, where)
  }

  /** Sends text, a byte a character. */
  send(text: string): Promise<void> {
    return this.board.write(Buffer.from(text, 'latin1'))
  }

  /** Waits until the text has come; returns everything up to its end. */
  async until(wanted: string, limitMs = DEFAULT_LIMIT_MS): Promise<string> {
    const end = performance.now() + limitMs
    for (;;) {
      const at = this.text.indexOf(wanted)
      if (at >= 0) {
        const seen = this.text.slice(0, at + wanted.length)
        this.text = this.text.slice(at + wanted.length)
        return seen
      }
      const left = end - performance.now()
      if (left <= 0) throw new Error(`${JSON.stringify(wanted)} did not come, but ${JSON.stringify(this.text.slice(-1000))}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.changed = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  /** Types a line at the friendly prompt; returns what it prints. */
  async type(line: string, limitMs?: number): Promise<string> {
    await this.send(`${line}\r`)
    await this.until('\r\n')
    const answer = await this.until(PROMPT, limitMs)
    return answer.slice(0, -PROMPT.length)
  }

  async enterRaw(): Promise<void> {
    await this.send('\x01')
    await this.until(RAW_PROMPT)
  }

  /** Runs code in the raw REPL; returns its output and its traceback. */
  async run(code: string, limitMs?: number): Promise<{ output: string; error: string }> {
    await this.send(`${code}\x04`)
    await this.until('OK', limitMs)
    const output = await this.until('\x04', limitMs)
    const error = await this.until('\x04>', limitMs)
    return { output: output.slice(0, -1), error: error.slice(0, -2) }
  }
}
