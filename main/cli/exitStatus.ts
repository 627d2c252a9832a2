import { parseTraceback } from '../../shared/traceback'
import { utf8 } from '../protocol/bytes'
import { pythonBytes } from '../protocol/pythonLiteral'

/** What stands in the exception that carries a program's exit status to us. */
const MARK = 'perfboard-exit'
/** The only line of the wrapper that a traceback shows. */
const WRAPPER_FRAME = /^ {2}File "<stdin>", line 2, in <module>\r?\n/m

/** A program as it is sent, and how its end is told. */
export interface WrappedProgram {
  code: string | Uint8Array
  isWrapped: boolean
}

/**
 * The raw REPL ends a program that calls `sys.exit()` with a soft reset, and tells nobody the status. A program that speaks of it is run inside
 * a `try`, as text, which costs the board the memory for that text; others run as they are.
 */
export function wrapProgram(source: Uint8Array): WrappedProgram {
  if (!/\b(exit|SystemExit)\b/.test(new TextDecoder().decode(source))) return { code: source, isWrapped: false }
  const code = [
    'try:',
    ` __import__('builtins').exec(${pythonBytes(source)})`,
    'except SystemExit as _pb:',
    ` raise Exception('${MARK}',_pb.args)`,
    '',
  ].join('\n')
  return { code: utf8(code), isWrapped: true }
}

/** How a program ended: its exit status, and what it says on standard error. */
export interface ProgramEnd {
  status: number
  said: string
}

/**
 * Reads the error text that a program ended with; empty: it ended well. `file` takes the place of `<stdin>` in tracebacks. A status is a number
 * as for a process (none and 0: success); any other value is a message and status 1, as in Python.
 */
export function programEnd(error: string, isWrapped: boolean, file: string): ProgramEnd {
  if (error === '') return { status: 0, said: '' }
  const traceback = parseTraceback(error)
  const args = isWrapped && traceback?.exception === 'Exception' ? exitArguments(traceback.message) : undefined
  if (args !== undefined) {
    if (args === '' || args === 'None') return { status: 0, said: '' }
    if (/^-?\d{1,9}$/.test(args)) return { status: Number(args) & 0xff, said: '' }
    if (args === 'True' || args === 'False') return { status: args === 'True' ? 1 : 0, said: '' }
    return { status: 1, said: args.replace(/^'(.*)'$/s, '$1') }
  }
  const own = isWrapped ? error.replace(WRAPPER_FRAME, '').replaceAll('File "<string>"', 'File "<stdin>"') : error
  return { status: 1, said: own.replaceAll('File "<stdin>"', `File "${file}"`) }
}

/** `('perfboard-exit', (3,))` holds `3`. */
function exitArguments(message: string): string | undefined {
  return new RegExp(`^\\('${MARK}', \\((.*?),?\\)\\)$`, 's').exec(message.trim())?.[1]
}
