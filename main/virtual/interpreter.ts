import type { BoardConsole } from './boardConsole'
import type { AlwaysOn } from './alwaysOn'
import type { BoardMessage } from './boardLink'
import { CallQueue } from './callQueue'
import { C_STACK_TOP, HostCall, KEYBOARD_INTERRUPT, PENDING_EXCEPTION, REPL_MODE, REPL_MODE_RAW } from './firmware'
import type { Flash } from './flash'
import { Garbage } from './garbage'
import { cutBridge, type Exports, INVOKES } from './guestExports'
import { GuestMemory } from './guestMemory'
import { Interrupts } from './interrupts'
import { PastedCode } from './pastedCode'
import { REGISTER_BYTES, Registers } from './registers'
import { ROM_FOLDER } from './rom/rom'
import { Scheduling } from './scheduling'
import { StackRoots } from './stackRoots'
import { type SpecialFiles, SystemCalls } from './systemCalls'

/** 256 KB, as much as a common board has left for Python. */
const HEAP_BYTES = 262_144
/** Words for the frames of Python's calls: about 100 calls deep. */
const STACK_WORDS = 4_096
const RESULT_BYTES = 12
const RESULT_IS_EXCEPTION = -1
const CR = 0x0d
const CTRL_D = 0x04
/** Between the name of an exception's class and its traceback. */
const EXCEPTION_SEPARATOR = '\x04'

/** An uncaught exception of code run with `execute`. */
export interface Raised {
  /** The name of its class. */
  type: string
  traceback: string
}

/** What an interpreter lives on. */
export interface Body {
  module: WebAssembly.Module
  console: BoardConsole
  flash: Flash
  alwaysOn: AlwaysOn
  tell: (message: BoardMessage) => void
}

/** One life of the MicroPython interpreter, from power-up or reset to the next. */
export class Interpreter {
  readonly memory: GuestMemory
  private readonly exports: Exports
  private readonly calls: SystemCalls
  private readonly pasted: PastedCode
  private readonly roots: StackRoots
  readonly garbage: Garbage
  /** Made once, before anything can grow the memory: growing keeps what lies where. */
  readonly registers: Registers
  readonly interrupts: Interrupts
  readonly scheduling: Scheduling
  private readonly console: BoardConsole
  private readonly started = performance.now()

  constructor({ module, console, flash, alwaysOn, tell }: Body, special: SpecialFiles) {
    this.console = console
    this.memory = new GuestMemory(() => this.sharedMemory)
    this.calls = new SystemCalls(this.memory, console, flash, special)
    const queue = new CallQueue(this.memory)
    this.garbage = new Garbage(this.memory, queue)
    this.roots = new StackRoots(this.memory)
    this.pasted = new PastedCode(this.memory, console)
    this.exports = new WebAssembly.Instance(module, this.imports(alwaysOn)).exports as unknown as Exports
    console.interrupted = () => this.memory.wordAt(PENDING_EXCEPTION) !== 0
    this.exports.emscripten_stack_init()
    this.exports.__wasm_call_ctors()
    this.exports.mp_js_init(STACK_WORDS, HEAP_BYTES)
    this.exports.proxy_c_init()
    const address = this.exports.malloc(REGISTER_BYTES)
    this.memory.clear(address, REGISTER_BYTES)
    this.registers = new Registers(this.sharedMemory, address)
    alwaysOn.putInputs(this.registers)
    this.interrupts = new Interrupts(queue, this.registers, alwaysOn, () => tell({ kind: 'alarm' }))
    this.scheduling = new Scheduling(this.memory, console, queue, this.interrupts, this.exports.handle_pending)
    console.wakers = { due: () => this.interrupts.due, serve: () => this.scheduling.serve() }
  }

  /** The memory that the host reaches into to interrupt a program. */
  get sharedMemory(): SharedArrayBuffer {
    return this.exports.memory.buffer as unknown as SharedArrayBuffer
  }

  /** Runs Python source in `__main__`; returns the exception that ended it. */
  execute(source: string): Raised | undefined {
    const { exports, memory } = this
    const bytes = new TextEncoder().encode(source)
    const address = exports.malloc(bytes.length + 1)
    const result = exports.malloc(RESULT_BYTES)
    memory.bytes.set(bytes, address)
    memory.byte(address + bytes.length, 0)
    this.scheduling.whileBusy(() => exports.mp_js_do_exec(address, bytes.length, result))
    const raised = (memory.wordAt(result) | 0) === RESULT_IS_EXCEPTION
    const text = raised ? memory.textOf(memory.wordAt(result + 8), memory.wordAt(result + 4)) : ''
    exports.free(address)
    exports.free(result)
    if (!raised) return undefined
    const [type = '', traceback = ''] = text.split(EXCEPTION_SEPARATOR)
    return { type, traceback }
  }

  /** Prints the banner and the first prompt. */
  startRepl(): void {
    this.exports.mp_js_repl_init()
  }

  /** Hands the REPL one byte, and runs the program that it ends. Returns true when a soft reset was asked for. */
  processChar(char: number): boolean {
    // When Ctrl-C came between the end of a program and now, there is nothing left for it to end.
    if (this.console.interrupted()) this.clearInterrupt()
    const mayRun = char === CR || char === CTRL_D
    const resets = this.scheduling.whileBusy(() => this.exports.mp_js_repl_process_char(char)) !== 0
    if (mayRun) this.collect()
    return resets
  }

  /** Collects garbage while nothing runs, so that the next program finds a heap that is known. */
  private collect(): void {
    const { exports } = this
    exports.gc_collect_start()
    for (;;) {
      const area = this.roots.next(C_STACK_TOP, this.garbage.collector)
      if (area === 0) break
      exports.gc_mark_subtree(area, this.roots.block)
    }
    exports.gc_collect_end()
    this.garbage.collected()
  }

  /** Forgets a Ctrl-C that nothing has raised. */
  clearInterrupt(): void {
    this.memory.word(PENDING_EXCEPTION, 0)
  }

  /** Whether the REPL is the raw one. */
  get inRawRepl(): boolean {
    return this.memory.wordAt(REPL_MODE) === REPL_MODE_RAW
  }

  /** Closes the files that the program left open, and saves them. Returns false when one could not be saved. */
  closeFiles(): boolean {
    return this.calls.closeAll()
  }

  /** Saves what the program has written so far. */
  syncFiles(): void {
    this.calls.syncAll()
  }

  private imports(alwaysOn: AlwaysOn): WebAssembly.Imports {
    const { env, wasi } = this.calls.imports()
    const invoke = this.invoke()
    const invokes = Object.fromEntries(INVOKES.map((name) => [`invoke_${name}`, invoke]))
    return {
      env: {
        ...cutBridge,
        ...env,
        ...invokes,
        lookup_attr: () => 0,
        proxy_js_free_obj: () => undefined,
        js_check_existing: () => -1,
        has_attr: (call: number, argument: number) => this.hostCall(call, argument),
        mp_js_random_u32: () => crypto.getRandomValues(new Uint32Array(1))[0],
        mp_js_ticks_ms: () => performance.now() - this.started,
        mp_js_time_ms: () => Date.now() + alwaysOn.clockOffset,
        emscripten_resize_heap: (size: number) => this.grow(size >>> 0),
        _abort_js: () => {
          throw new Error('The firmware stopped itself')
        },
        _emscripten_throw_longjmp: () => {
          throw LONG_JUMP
        },
      },
      wasi_snapshot_preview1: wasi,
    }
  }

  private hostCall(call: number, argument: number): number {
    switch (call) {
      case HostCall.waitForEvent:
        this.console.waitForEvent(argument)
        return 0
      case HostCall.delayMs:
        this.console.sleep(argument >>> 0)
        return 0
      case HostCall.delayUs:
        this.console.sleep((argument >>> 0) / 1000)
        return 0
      case HostCall.ticksUs:
        return (performance.now() - this.started) * 1000
      case HostCall.readChar:
        return this.console.readByte()
      case HostCall.readPasted:
        return this.pasted.read(argument, () => {
          this.memory.word(PENDING_EXCEPTION, KEYBOARD_INTERRUPT)
        })
      case HostCall.closePasted:
        this.pasted.close(argument)
        return 0
      case HostCall.mayCollect:
        return this.garbage.mayCollect() ? 1 : 0
      case HostCall.collectAsked:
        this.garbage.asked = true
        return 0
      case HostCall.nextRoot:
        return this.roots.next(argument, this.garbage.collector)
      case HostCall.rootBlock:
        return this.roots.block
      case HostCall.collected:
        this.garbage.collected()
        return 0
      case HostCall.beginScheduled:
        this.scheduling.begin()
        return 0
      case HostCall.endScheduled:
        return this.scheduling.end() ? 1 : 0
      case HostCall.hidesFile:
        return this.memory.text(this.exports.qstr_text(argument)).startsWith(ROM_FOLDER) ? 1 : 0
      case HostCall.mayAddHeap:
        return this.garbage.mayAdd()
      default:
        return 0
    }
  }

  /** How Emscripten's C calls a function that may jump out: by way of the host, which catches the jump. */
  private invoke(): (index: number, ...args: number[]) => unknown {
    return (index, a, b, c, d, e) => {
      const stack = this.exports.emscripten_stack_get_current()
      try {
        return (this.exports.__indirect_function_table.get(index) as (...args: unknown[]) => unknown)(a, b, c, d, e)
      } catch (thrown) {
        if (isTooDeep(thrown)) this.raiseTooDeep()
        else if (thrown !== LONG_JUMP) throw thrown
        this.exports._emscripten_stack_restore(stack)
        this.exports.setThrew(1, 0)
        return undefined
      }
    }
  }

  /** Raises RuntimeError in Python, where the firmware had no room for another call: it counts Python's calls, but not all of its own. */
  private raiseTooDeep(): void {
    try {
      this.exports.raise_recursion_depth()
    } catch (thrown) {
      if (thrown !== LONG_JUMP) throw thrown
    }
  }

  private grow(size: number): number {
    const { memory } = this.exports
    try {
      memory.grow(Math.ceil((size - memory.buffer.byteLength) / 65_536))
      return 1
    } catch (error) {
      if (error instanceof RangeError) return 0
      throw error
    }
  }
}

/** A `longjmp` of the C code on its way to its `setjmp`. Made once, as exceptions of Python are common. */
const LONG_JUMP = new Error('longjmp')

/** Whether JavaScript's stack, on which the firmware's calls lie too, has run full. */
function isTooDeep(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message.includes('call stack')
}
