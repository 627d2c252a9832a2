/** What the firmware lets the host call. */
export interface Exports {
  memory: WebAssembly.Memory
  __indirect_function_table: WebAssembly.Table
  __wasm_call_ctors: () => void
  emscripten_stack_init: () => void
  emscripten_stack_get_current: () => number
  _emscripten_stack_restore: (pointer: number) => void
  setThrew: (threw: number, value: number) => void
  raise_recursion_depth: () => never
  /** Argument 0: runs scheduled calls only. */
  handle_pending: (behaviour: number) => void
  gc_collect_start: () => void
  gc_mark_subtree: (area: number, block: number) => void
  gc_collect_end: () => void
  /** The address of a name's text. */
  qstr_text: (name: number) => number
  malloc: (size: number) => number
  free: (address: number) => void
  mp_js_init: (stackWords: number, heapBytes: number) => void
  proxy_c_init: () => void
  mp_js_do_exec: (source: number, length: number, result: number) => void
  mp_js_repl_init: () => void
  mp_js_repl_process_char: (char: number) => number
}

/** How Emscripten names the calls that may jump out, by their types. */
export const INVOKES = ['i', 'ii', 'iii', 'iiii', 'iiiii', 'iiiiii', 'v', 'vi', 'vii', 'viii', 'viiii']

/** The bridge from Python to JavaScript. */
const BRIDGE = [
  'call0',
  'call0_kwarg',
  'call1',
  'call2',
  'calln',
  'calln_kwarg',
  'store_attr',
  'create_promise',
  'js_get_error_info',
  'js_get_iter',
  'js_get_proxy_js_ref_info',
  'js_iter_next',
  'js_reflect_construct',
  'js_subscr_load',
  'js_subscr_store',
  'js_then_continue',
  'js_then_reject',
  'js_then_resolve',
  'proxy_convert_mp_to_js_then_js_to_mp_obj_jsside',
  'proxy_convert_mp_to_js_then_js_to_js_then_js_to_mp_obj_jsside',
]

/** Imports of a bridge that leads nowhere: a program on the board must not reach the computer. */
export const cutBridge: Record<string, () => never> = Object.fromEntries(BRIDGE.map((name) => [name, noBridge]))

function noBridge(): never {
  throw new Error('The virtual board has no JavaScript')
}
