import path from 'node:path'
import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { appVersion } from '../host/appVersion'
import { buildServices, type Services, speakAs } from '../services'
import { SettingsStore } from '../settings/settingsStore'
import type { Command } from './command'
import { type Asked, parseCommandLine, usage } from './commandLine'
import { EXIT, exitCodeOf } from './exitCodes'
import { helpText } from './help'
import { hintFor } from './hints'
import { calledOff, openBoard } from './openBoard'
import type { Output } from './output'
import { ProgressLine } from './progressLine'

/** What a run of the command line needs. */
export interface CliOptions {
  args: readonly string[]
  commands: readonly Command[]
  userData: string
  workerPath: string
  clock: Clock
  output: Output
  input: NodeJS.ReadStream
  /** Where progress is drawn; undefined where nobody would see it. */
  terminal: NodeJS.WriteStream | undefined
  /** Aborted when the user wants an end: what is under way is called off. */
  signal: AbortSignal
  /** Aborted when the user doesn't want to wait for that. */
  leave: AbortSignal
  systemRoot?: string | undefined
}

/** Does what the words ask for and answers the exit code. Failures are one line on standard error; never rejects. */
export async function runCli(options: CliOptions): Promise<number> {
  const { output, commands, userData } = options
  try {
    const settings = new SettingsStore(path.join(userData, 'settings.json'))
    await settings.load()
    speakAs(settings.get())
    const asked = parseCommandLine(options.args, commands)
    switch (asked.kind) {
      case 'help':
        output.bytes(new TextEncoder().encode(helpText(commands, asked.command)))
        return EXIT.ok
      case 'version':
        output.line(appVersion)
        return EXIT.ok
      case 'run':
        return await runAsked(options, asked)
    }
  } catch (thrown) {
    if (output.onClosed.aborted) return EXIT.brokenPipe
    const error = AppError.from(thrown)
    const hint = hintFor(error)
    if (error.code !== 'cancelled') output.error(`perfboard: ${hint === '' ? error.message : `${error.message}. ${hint}`}`)
    return exitCodeOf(error)
  }
}

async function runAsked(options: CliOptions, asked: Asked & { kind: 'run' }): Promise<number> {
  const { userData, workerPath, clock, systemRoot, terminal, output, signal, leave } = options
  const baud = asked.options.baud === undefined ? undefined : baudRate(String(asked.options.baud))
  const services = await buildServices({
    userData,
    workerPath,
    clock,
    systemRoot,
    byHand: true,
    overrides: { cleanRun: false, ...(baud === undefined ? {} : { baudRate: baud }) },
  })
  const progress = terminal === undefined ? undefined : new ProgressLine(terminal, services.sessions.onChange)
  try {
    return await orAborted(leave, callCommand(services, options, asked))
  } finally {
    progress?.dispose()
    await output.flush()
    // A board that is waited for when the user wants an end is left by its session, within its own limit.
    if (signal.aborted) await services.sessions.closeAll()
    await services.dispose()
  }
}

async function callCommand(
  services: Services,
  { output, input, signal, terminal }: CliOptions,
  { command, port, words, options }: Asked & { kind: 'run' },
): Promise<number> {
  const value = (name: string): string | undefined => {
    const given = options[name]
    return typeof given === 'string' ? given : undefined
  }
  const call = {
    services,
    output,
    words,
    value,
    has: (name: string) => options[name] === true,
    json: options.json === true,
    signal,
    input,
    terminal: terminal !== undefined,
  }
  if (command.kind === 'host') return await command.run(call)
  const board = await orAborted(signal, openBoard(services, port, signal))
  try {
    return await command.run({ ...call, board })
  } finally {
    if (options.restart === true) await board.session.softReset()
  }
}

function baudRate(word: string): number {
  const rate = Number(word)
  if (!Number.isInteger(rate) || rate < 50 || rate > 12_000_000) throw usage(t('“{{word}}” is no baud rate', { word }))
  return rate
}

/** Settles as the work does; rejects with `cancelled` as soon as the signal aborts. The work itself goes on. */
function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(calledOff())
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
