import { randomFillSync } from 'node:crypto'
import { systemClock } from '../../shared/clock'
import { type AlwaysOn, ResetCause } from './alwaysOn'
import type { BoardConsole } from './boardConsole'
import { type Body, Interpreter } from './interpreter'
import type { ChipSurroundings } from './parts/part'
import { makeParts, nextEvent, partsFile } from './parts/parts'
import { type OpenFile, sink, source } from './openFiles'
import { REGISTER_BYTES, Register, type Registers } from './registers'
import { ROM_FOLDER, romModules } from './rom/rom'
import type { SpecialFiles } from './systemCalls'

const CTRL_A = 0x01
const CTRL_B = 0x02
const CTRL_C = 0x03
const SOFT_REBOOT = 'MPY: soft reboot\r\n'
const RAW_BANNER = 'raw REPL; CTRL-B to exit\r\n>'

/** What led to a start. A soft reset from the raw REPL runs no main.py and stays in the raw REPL; neither does one after a crash. */
type Start = 'power' | 'soft' | 'softRaw' | 'crash'

/** The board's firmware from power-up on: boots, serves the REPL, and boots again after each soft reset. Runs for ever. */
export class BoardLoop {
  private readonly console: BoardConsole
  private readonly alwaysOn: AlwaysOn

  constructor(private readonly body: Body) {
    this.console = body.console
    this.alwaysOn = body.alwaysOn
  }

  run(): never {
    let start: Start = 'power'
    for (;;) {
      const interpreter: Interpreter = new Interpreter(
        this.body,
        this.specialFiles(() => interpreter),
      )
      try {
        this.body.tell({ kind: 'memory', memory: interpreter.sharedMemory, registers: interpreter.registers.address })
        start = this.live(interpreter, start)
        this.alwaysOn.cause = ResetCause.soft
      } catch (error) {
        // A trap in the firmware: a board would hang or reset here.
        this.print(`\r\nThe firmware crashed: ${error instanceof Error ? error.message : String(error)}\r\n`)
        start = 'crash'
        this.alwaysOn.cause = ResetCause.hard
      }
      if (!interpreter.closeFiles()) this.print('\r\nA file that was open could not be saved on the computer\r\n')
    }
  }

  /** One life of the interpreter; returns what ended it. */
  private live(interpreter: Interpreter, start: Start): Start {
    if (start === 'soft' || start === 'softRaw') this.print(SOFT_REBOOT)
    const failed = interpreter.execute(`__import__('sys').path.append('${ROM_FOLDER}')\n__import__('_boot')`)
    if (failed !== undefined) throw new Error(failed.traceback)
    if (start !== 'crash' && this.runFile(interpreter, 'boot.py')) return 'soft'
    if ((start === 'power' || start === 'soft') && this.runFile(interpreter, 'main.py')) return 'soft'
    this.startRepl(interpreter, start)
    for (;;) {
      const char = this.console.readByte()
      if (char < 0) {
        interpreter.clearInterrupt()
        if (interpreter.scheduling.takeInterruptAtPrompt()) interpreter.processChar(CTRL_C)
      } else if (char === CTRL_B && interpreter.inRawRepl) this.leaveRaw(interpreter)
      else if (interpreter.processChar(char)) return interpreter.inRawRepl ? 'softRaw' : 'soft'
    }
  }

  /**
   * To the friendly REPL. Its line editor may still hold the line that a program's `input()` read, and takes Ctrl-B for a move in it;
   * Ctrl-C clears the line, so that the Ctrl-B after it prints the banner.
   */
  private leaveRaw(interpreter: Interpreter): void {
    this.console.muted(() => {
      interpreter.processChar(CTRL_B)
      interpreter.processChar(CTRL_C)
    })
    interpreter.processChar(CTRL_B)
  }

  /** Runs a file of the flash, if it is there. True when it ended with SystemExit, which resets a board. */
  private runFile(interpreter: Interpreter, name: string): boolean {
    const raised = interpreter.execute(`__import__('_boot').run('${name}')`)
    interpreter.clearInterrupt()
    if (raised === undefined) return false
    if (raised.type === 'SystemExit') return true
    this.print(raised.traceback.replaceAll('\n', '\r\n'))
    return false
  }

  private startRepl(interpreter: Interpreter, start: Start): void {
    if (start !== 'softRaw') {
      interpreter.startRepl()
      return
    }
    this.console.muted(() => {
      interpreter.startRepl()
      interpreter.processChar(CTRL_A)
    })
    this.print(RAW_BANNER)
  }

  private specialFiles(interpreter: () => Interpreter): SpecialFiles {
    const files = new Map<string, () => OpenFile>()
    for (const [name, text] of romModules) files.set(`${ROM_FOLDER}/${name}`, () => textFile(text))
    files.set('/dev/urandom', () => source((limit) => randomFillSync(new Uint8Array(limit))))
    files.set(`${ROM_FOLDER}/registers`, () => textFile(`${interpreter().registers.address}\n${REGISTER_BYTES}\n`))
    files.set(`${ROM_FOLDER}/parts`, () => {
      const { registers, interrupts } = interpreter()
      const tell = (): void => this.body.tell({ kind: 'hardware' })
      const surroundings: ChipSurroundings = {
        registers,
        interrupts,
        clock: systemClock,
        settings: this.body.flash.settings,
        alwaysOn: this.alwaysOn,
        changed: () => changed(registers, tell),
        tell: this.body.tell,
        stop: (cause, afterMs) => this.stop(cause, afterMs),
      }
      const parts = makeParts(surroundings)
      this.console.nextEvent = () => nextEvent(parts)
      return partsFile(surroundings, parts, tell)
    })
    files.set(`${ROM_FOLDER}/sync`, () => {
      interpreter().syncFiles()
      return source(() => new Uint8Array(0))
    })
    files.set(`${ROM_FOLDER}/collector`, () =>
      sink((bytes) => {
        interpreter().garbage.collector = new DataView(bytes.slice().buffer).getUint32(0, true)
      }),
    )
    return files
  }

  /** Stops until the host resets the board. */
  private stop(cause: ResetCause, afterMs: number): never {
    this.body.tell({ kind: 'reset', cause, afterMs })
    this.console.halt()
  }

  private print(text: string): void {
    this.console.write(new TextEncoder().encode(text))
  }
}

/** A file with this text, to be read from its start. */
function textFile(text: string): OpenFile {
  let rest = new TextEncoder().encode(text)
  return source((limit) => {
    const bytes = rest.subarray(0, limit)
    rest = rest.subarray(limit)
    return bytes
  })
}

/** Tells the host, once until it has looked, that its picture of the board is not true any more. */
function changed(registers: Registers, tell: () => void): void {
  if (registers.byteAt(Register.changed) !== 0) return
  registers.byte(Register.changed, 1)
  tell()
}
