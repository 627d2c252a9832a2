import type { Clock } from '../../shared/clock'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { Variable, VariableLevel, VariablePath } from '../../shared/variables'
import { ask, hexBytes } from './boardAnswer'
import { isMemoryError } from './boardError'
import type { Firmware } from './probe'
import type { RawRepl } from './rawRepl'
import { MAX_VARIABLES, smallVariablesScript, variablesScript } from './variableScripts'

/** The silence after which the code of a user's object is taken for endless, and the time for all of a level. Milliseconds. */
const SILENCE_MS = 3_000
const LIMIT_MS = 10_000
/** So many values that never end are left out, one after the other; then the level ends there. */
const MAX_ENDLESS = 3

const FUNCTIONS = new Set(['function', 'closure', 'bound_method', 'generator'])
const MAX_NAME = 200

/** What reading a level needs beside the path. */
export interface VariableOptions {
  clock: Clock
  signal?: AbortSignal
}

/**
 * What is inside the value at `path` of the board's global scope; the empty path is the scope itself, without names that begin with two
 * underscores. Null when nothing is there. The first 200 are told, with texts of at most 400 characters; values whose own code raises or
 * doesn't end have none. Leaves no name behind. Throws as `RawRepl.exec` does, `board-error` and `no-space` (no memory left on the board).
 */
export async function readVariables(
  repl: RawRepl,
  { platform }: Firmware,
  path: VariablePath,
  { clock, signal }: VariableOptions,
): Promise<VariableLevel | null> {
  const told = new Told()
  for (let endless = 0; ; endless += 1) {
    const watch = new AbortController()
    const timer = clock.after(LIMIT_MS, () => watch.abort(new AppError('cancelled', t('The board took too long'))))
    try {
      await ask(repl, variablesScript(path, told.next), {
        path: '/',
        platform,
        timeoutMs: SILENCE_MS,
        signal: signal === undefined ? watch.signal : AbortSignal.any([signal, watch.signal]),
        onLine: (line) => told.take(line),
      })
      return told.level()
    } catch (thrown) {
      const isEndless = hasCode(thrown, 'timeout') || (hasCode(thrown, 'cancelled') && watch.signal.aborted && signal?.aborted !== true)
      if (isEndless && told.isInside) {
        told.giveUp()
        if (endless + 1 < MAX_ENDLESS) continue
        return told.level()
      }
      if (!hasCode(thrown, 'board-error') || !isMemoryError(String(thrown.details.traceback))) throw thrown
      if (path.length > 0) throw new AppError('no-space', t('The board has no memory left to look inside'), {}, { cause: thrown })
      return await readSmall(repl, platform, signal)
    } finally {
      timer.dispose()
    }
  }
}

async function readSmall(repl: RawRepl, platform: string, signal: AbortSignal | undefined): Promise<VariableLevel | null> {
  const told = new Told()
  try {
    await ask(repl, smallVariablesScript(), { path: '/', platform, signal, onLine: (line) => told.take(line) })
  } catch (thrown) {
    if (!hasCode(thrown, 'board-error') || !isMemoryError(String(thrown.details.traceback))) throw thrown
    throw new AppError('no-space', t('The board has no memory left to tell its variables'), {}, { cause: thrown })
  }
  return told.level()
}

/** What the scripts have told so far. Lines that make no sense are left out: a program's own output may look like ours. */
class Told {
  private readonly variables: Variable[] = []
  private total = 0
  private isGone = false
  /** Names are stepped to by themselves, elements and keys by their places. */
  private hasNames = true
  /** The place of the value that is being told now. */
  private place = -1
  /** True between a value's name and its text. */
  isInside = false

  /** Where a further script has to go on. */
  get next(): number {
    return this.place + 1
  }

  take(line: string): void {
    const [kind, ...fields] = line.trimEnd().split(' ')
    if (kind === '~G') this.isGone = true
    else if (kind === '~K') this.hasNames = fields[0] === '3'
    else if (kind === '~T') this.total = Math.max(this.variables.length, wholeNumber(fields[0]) ?? 0)
    else if (kind === '~N') this.begin(fields)
    else if ((kind === '~V' || kind === '~W') && this.isInside) this.finish(fields)
  }

  /** The value being told has no end: it stays without a text. */
  giveUp(): void {
    this.isInside = false
    this.total = Math.max(this.total, this.variables.length)
  }

  level(): VariableLevel | null {
    return this.isGone ? null : { variables: this.variables, total: this.total }
  }

  private begin([place, name, type, callable]: string[]): void {
    const at = wholeNumber(place)
    const [nameText, typeText] = [textOf(name), textOf(type)]
    if (at === undefined || at <= this.place || nameText === undefined || typeText === undefined) return
    if (this.variables.length >= MAX_VARIABLES) return
    this.place = at
    this.isInside = true
    this.variables.push({
      step: this.hasNames && nameText !== '' ? nameText.slice(0, MAX_NAME) : at,
      name: nameText.slice(0, MAX_NAME),
      type: typeText.slice(0, MAX_NAME),
      kind: kindOf(typeText, callable === '1'),
      value: null,
      length: null,
      expandable: false,
    })
  }

  private finish([inside, length, text]: string[]): void {
    const variable = this.variables.at(-1)
    this.isInside = false
    if (variable === undefined) return
    variable.length = wholeNumber(length) ?? null
    const value = length === undefined ? null : (textOf(text ?? '') ?? null)
    variable.value = value !== null && variable.type === 'str' ? readable(value) : value
    variable.expandable = (inside === '3' && variable.kind === 'value') || ((inside === '1' || inside === '2') && variable.length !== 0)
  }
}

function kindOf(type: string, isCallable: boolean): Variable['kind'] {
  if (type === 'module') return 'module'
  if (type === 'type') return 'class'
  return FUNCTIONS.has(type) && isCallable ? 'function' : 'value'
}

/** MicroPython writes letters beyond ASCII as their numbers: `'h\xe4'` is `'hä'`. */
function readable(repr: string): string {
  return repr.replace(/\\\\|\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\U([0-9a-f]{8})/g, (whole, x?: string, u?: string, long?: string) => {
    const code = Number.parseInt(x ?? u ?? long ?? '', 16)
    const letter = code > 0x9f && code < 0x11_0000 ? String.fromCodePoint(code) : ''
    return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(letter) ? letter : whole
  })
}

function wholeNumber(field: string | undefined): number | undefined {
  return field !== undefined && /^\d{1,9}$/.test(field) ? Number(field) : undefined
}

/** Text in hexadecimal; control characters, which no name and no repr has, are left out. */
function textOf(field: string | undefined): string | undefined {
  const bytes = hexBytes(field)
  if (bytes === undefined) return undefined
  return new TextDecoder().decode(bytes).replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
}
