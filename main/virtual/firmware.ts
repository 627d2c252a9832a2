import fs from 'node:fs'
import { createRequire } from 'node:module'
import { patchWasm, type WasmPatch } from './wasmPatch'

/**
 * MicroPython 1.27.0 as the package ships it, and what has to be known of that very build: where its interpreter keeps the words of an
 * interrupt, and which of its functions have to wait for the board's front end instead of spinning or answering a constant 0.
 */
const FIRMWARE = '@micropython/micropython-webassembly-pyscript/micropython.wasm'

/** `MP_STATE_THREAD(mp_pending_exception)`: an address in the interpreter's memory; not 0 while an exception waits to be raised. */
export const PENDING_EXCEPTION = 185_148
/** The KeyboardInterrupt object that is raised by Ctrl-C, and its word `traceback_data`. */
export const KEYBOARD_INTERRUPT = 185_176
export const KEYBOARD_INTERRUPT_TRACEBACK = 185_184
/** `sched_state`, 16 bits, and two of its values. */
export const SCHEDULER_STATE = 185_360
export const SCHEDULER_PENDING = 0
export const SCHEDULER_IDLE = 1
/** The queue of scheduled calls: its length and first entry, 8 bits each; an entry is a function and its argument, 32 bits each. */
export const SCHEDULER_QUEUE = { length: 185_362, first: 185_363, entries: 185_300, capacity: 4 } as const
/** The object `None`. */
export const NONE = 6
/** Where the stack of C starts; it grows down. */
export const C_STACK_TOP = 65_536
/**
 * The first area of the heap. An area: the next one, the table of its blocks (2 bits each, 0 when free) and the length of that table, the table of
 * finalisers, start and end of the blocks; 32 bits each.
 */
export const HEAP_AREA = { first: 185_492, table: 4, tableBytes: 8, start: 16, end: 20, blockBytes: 16 } as const
export const BLOCK_HEAD = 1
export const BLOCK_MARKED = 3
/** 8 bits: not 0 when garbage is to be collected before the next statement of the REPL. */
export const TOP_LEVEL_COLLECT = 186_124

/** `mp_interrupt_char`, 32 bits: the byte that interrupts the running program, or -1. */
export const INTERRUPT_CHAR = 178_872

/** `pyexec_mode_kind`, 32 bits, and its value in the raw REPL. */
export const REPL_MODE = 186_084
export const REPL_MODE_RAW = 1

/**
 * What the patched functions ask of the host. They all come in through the import `has_attr`, whose first argument (an index of a
 * JavaScript object) is never negative by itself.
 */
export const HostCall = {
  /** Argument: milliseconds, or -1 for no limit. Ends early when input or an interrupt comes. */
  waitForEvent: -1,
  delayMs: -2,
  delayUs: -3,
  ticksUs: -4,
  /** A byte from the console; waits for it. */
  readChar: -5,
  /** The next byte of code in raw-paste mode, or -1 at its end. Argument: the address of the reader's state. */
  readPasted: -6,
  /** The compiler wants no more of the code in raw-paste mode. Argument as above. */
  closePasted: -7,
  /** Whether garbage may be collected now. */
  mayCollect: -8,
  /** Marks the next object that the stack of C points to; returns the address of its area, or 0. Argument: the end of the stack. */
  nextRoot: -10,
  /** The number of that object's first block. */
  rootBlock: -11,
  /** Garbage has been collected. */
  collected: -12,
  /** How many bytes may be added to the heap. */
  mayAddHeap: -9,
  /** The program calls `gc.collect`: what comes next is its wish, not the heap's. */
  collectAsked: -13,
  /** Scheduled calls are about to be run: queues what is due. */
  beginScheduled: -14,
  /** A scheduled call has ended. Returns 1 when more is due. */
  endScheduled: -15,
  /** Whether a traceback leaves out what happened in a file, as a board's does for what is not written in Python there. Argument: the file's name. */
  hidesFile: -16,
} as const

const IMPORTS = 60
/** `i32.const 1; call mp_handle_pending`: raises what is pending. */
const HANDLE_PENDING = '410110b003'
/** `call has_attr`. */
const HOST = '101a'
const DROP = '1a'
const END = '0b'
const ARGUMENT = '2000'
/** Calls of `m_malloc` and `mp_pystack_alloc`, which take and give the same. */
const MALLOC = '10c380808000'
const STACK_ALLOC = '10da80808000'

/** A function's array for the arguments of a call: what becomes of its release by `m_free`, by the number of its local. */
const release = (local: string): readonly [string, number, string] => [`20${local}10c980808000`, 1, `411020${local}360294a68b8000`]

/** Whether the name in a decorator, a parse node in local 10, is `native` or `viper`: its text by `qstr_str`, compared four letters at a time. */
const IS_NATIVE =
  '200a4104761062' + '220728020041eec2d1cb0646' + '200728000341e9ec95034671' + '200728020041f6d2c1ab0646' + '20072f000441f200467172'

const patch: WasmPatch = {
  exports: [
    ['raise_recursion_depth', 424],
    ['gc_collect_start', 78],
    ['gc_mark_subtree', 79],
    ['gc_collect_end', 80],
    ['handle_pending', 432],
    ['qstr_text', 98],
  ],
  // mp_call_method_n_kw_var: the iterator over the keys of `f(**mapping)` is put on the stack of C too;
  // closure_call, mp_obj_instance_make_new: arguments go to the stack of Python, not to the heap, as nothing in memory points to them there
  pieces: [
    // compile_built_in_decorator: beside `bytecode`, `native` and `viper` are taken, and make bytecode too
    { index: 226, pieces: [['419008460d01', 1, `41900846${IS_NATIVE}720d01`]] },
    { index: 401, pieces: [['108783808000210c', 1, '108783808000210c2003200c360200']] },
    { index: 519, pieces: [[MALLOC, 1, STACK_ALLOC], release('05')] },
    // mp_obj_exception_add_traceback: returns at once where the host says so
    { index: 585, pieces: [['01037f0240200010bc848080000d00', 1, `01037f41702001${HOST}04400f0b0240200010bc848080000d00`]] },
    {
      // mp_handle_pending: asks the host for calls once the scheduler is locked, and again whether there are more when it is unlocked
      index: 432,
      pieces: [
        ['41fc0141ffff033b0194a68b8000', 1, `41fc0141ffff033b0194a68b800041724100${HOST}${DROP}`],
        ['41ff017172453b0194a68b8000', 1, `41ff01717241714100${HOST}72453b0194a68b8000`],
      ],
    },
    { index: 839, pieces: [[MALLOC, 2, STACK_ALLOC], release('07'), release('00')] },
  ],
  texts: [['JS with Emscripten', 'Virtual WASM board']],
  bodies: [
    // mp_event_wait_indefinite, mp_event_wait_ms: used by select.poll
    { index: 433, before: '00410110b0838080000b', after: `00417f417f${HOST}${DROP}${HANDLE_PENDING}${END}` },
    { index: 434, before: '00410110b0838080000b', after: `00417f${ARGUMENT}${HOST}${DROP}${HANDLE_PENDING}${END}` },
    // mp_reader_stdin_close, mp_reader_stdin_readbyte: raw-paste mode
    {
      index: 1252,
      before: '00024020002d00000d00200041013a000041a6a0858000410110858a8080001a03400c000b0b0b',
      after: `004179${ARGUMENT}${HOST}${DROP}${END}`,
    },
    {
      index: 1253,
      before:
        '01027f417f2101024020002d00000d00200020002f0104417f6a22023b010441002101200241ffff03710d0041a9a0858000410110858a8080001a' +
        '200020002f01023b01040b20010b',
      after: `00417a${ARGUMENT}${HOST}${HANDLE_PENDING}${END}`,
    },
    // readline: used by input()
    {
      index: 1262,
      before: '002000200110ed898080000340410010e88980800022014100480d000b20010b',
      after: `002000200110ed898080000340417b4100${HOST}${HANDLE_PENDING}10e88980800022014100480d000b20010b`,
    },
    // gc_get_max_new_split: the heap would grow without limit
    { index: 1277, before: '0041808080c0000b', after: `0041774100${HOST}${END}` },
    // gc_collect: asks the host; then gc_collect_start, gc_mark_subtree for each root the host finds on the stack of C, gc_collect_end
    {
      index: 1278,
      before: '00410041013a008cae8b80000b',
      after: `01017f41784100${HOST}0440104e034041762300${HOST}22000440200041754100${HOST}104f0c01${END}${END}105041744100${HOST}${DROP}${END}${END}`,
    },
    // gc.collect
    { index: 946, before: '0010fe8980800041060b', after: `0041734100${HOST}${DROP}10fe8980800041060b` },
    // mp_hal_delay_ms, mp_hal_delay_us, mp_hal_ticks_us
    {
      index: 1286,
      before: '01017f108e8080800021010340108e8080800020016b2000490d000b0b',
      after: `00417e${ARGUMENT}${HOST}${DROP}${HANDLE_PENDING}${END}`,
    },
    {
      index: 1288,
      before: '01017f108e8080800021010340108e8080800020016b41e8076c2000490d000b0b',
      after: `00417d${ARGUMENT}${HOST}${DROP}${HANDLE_PENDING}${END}`,
    },
    { index: 1289, before: '00108e8080800041e8076c0b', after: `00417c4100${HOST}${END}` },
    // mp_sched_keyboard_interrupt, mp_hal_get_interrupt_char: left as they are; they prove the addresses above
    {
      index: 428,
      before:
        '0041284194a68b800041c4006a360294a68b800041cc004100360294a68b8000024041fc012f0194a68b80004101470d0041fc0141003b0194a68b80000b0b',
      after:
        '0041284194a68b800041c4006a360294a68b800041cc004100360294a68b8000024041fc012f0194a68b80004101470d0041fc0141003b0194a68b80000b0b',
    },
    { index: 1293, before: '0041002802b8f58a80000b', after: '0041002802b8f58a80000b' },
  ],
}

/** The firmware, ready to be compiled. Reads it from the installed package; throws when that holds another build. */
export function readFirmware(): Uint8Array<ArrayBuffer> {
  const file = createRequire(import.meta.url).resolve(FIRMWARE)
  return patchWasm(fs.readFileSync(file), IMPORTS, patch)
}

/**
 * Functions that keep no pointer to an object in a local alone while they call Python code: the interpreter proper, calls and generators,
 * attributes and operators, import and exec, the REPL. Not among them: what builds an object while it calls (`list`, `sorted`,
 * `str.join`, `map`), and the compiler.
 */
export const SAFE_FRAMES: ReadonlySet<number> = new Set([
  // gc_collect, gc.collect; calls of builtin and Python functions, methods and instances; the interpreter's loop
  1278, 946, 597, 598, 599, 600, 601, 606, 397, 398, 399, 400, 401, 508, 519, 836, 839, 848, 1032,
  // scheduled calls, also those that come while the program sleeps
  426, 432, 433, 434, 1176, 1177, 1178, 1286, 1288,
  // iteration and generators
  409, 410, 609, 611, 612, 614, 930,
  // attributes, subscripts, operators, truth
  390, 395, 402, 405, 464, 465, 481, 841, 842, 843, 844,
  // select.poll, and the question to a stream written in Python
  957, 1164, 1168, 1169, 1170,
  // import, exec, eval, execfile
  412, 415, 899, 903, 905, 906, 908, 909, 910, 911,
  // the REPL, and code that the host runs
  1250, 1251, 1254, 1255, 1273, 1276,
])
