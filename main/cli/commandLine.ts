import { parseArgs } from 'node:util'
import { AppError } from '../../shared/errors'
import { t, text } from '../../shared/language/language'
import type { Command, Option } from './command'

/** What a command line asks for. */
export type Asked =
  | { kind: 'help'; command: Command | undefined }
  | { kind: 'version' }
  | { kind: 'run'; command: Command; port: string; words: string[]; options: Readonly<Record<string, string | boolean | undefined>> }

/** `devs` stands where other commands have their port. */
const WITHOUT_PORT = ['devs', 'help']
/** What a port without a command gets. */
const DEFAULT_COMMAND = 'repl'

const HELP: Option = { type: 'boolean', help: text('Show this help') }
const JSON_OPTION: Option = { type: 'boolean', help: text('Answer in JSON') }
const BAUD: Option = { type: 'string', value: 'N', help: text('Bits per second of a serial port; else as set in the app') }
const RESTART: Option = { type: 'boolean', help: text('Afterwards a soft reset starts boot.py and main.py again') }

/** All options of a command, those that many share included. */
export function optionsOf(command: Command): Record<string, Option> {
  return {
    ...command.options,
    ...(command.hasJson === true ? { json: JSON_OPTION } : {}),
    ...(command.stopsProgram === true ? { restart: RESTART } : {}),
    ...(command.kind === 'board' ? { baud: BAUD } : {}),
    help: HELP,
  }
}

/** Reads `PORT COMMAND ...`, `devs` and `--help`. Throws `invalid-request` for anything else, saying what is wrong with it. */
export function parseCommandLine(args: readonly string[], commands: readonly Command[]): Asked {
  const [first, second] = args
  if (first === undefined || first === '--help' || first === '-h') return { kind: 'help', command: undefined }
  if (first === '--version') return { kind: 'version' }
  if (first.startsWith('-')) throw usage(t('“{{word}}” stands where the port should be', { word: first }))
  if (first === 'help') return { kind: 'help', command: second === undefined ? undefined : findCommand(second, commands) }
  const hasPort = !WITHOUT_PORT.includes(first)
  const isBare = hasPort && (second === undefined || second.startsWith('-'))
  const name = hasPort ? (isBare ? DEFAULT_COMMAND : (second ?? '')) : first
  const command = findCommand(name, commands)
  if (hasPort && command.kind === 'host') throw usage(t('“{{word}}” takes no port', { word: name }))
  const { words, options } = readOptions(command, args.slice(hasPort && !isBare ? 2 : 1))
  if (options.help === true) return { kind: 'help', command }
  checkCount(command, words.length)
  return { kind: 'run', command, port: hasPort ? first : '', words, options }
}

function findCommand(name: string, commands: readonly Command[]): Command {
  const found = commands.find((command) => command.name === name)
  if (found !== undefined) return found
  // The words stand the other way round quite often.
  throw usage(
    t('There is no command “{{name}}”. The order is: PORT COMMAND, and the commands are {{names}}', {
      name,
      names: commands.map((command) => command.name).join(', '),
    }),
  )
}

function readOptions(
  command: Command,
  args: readonly string[],
): { words: string[]; options: Record<string, string | boolean | undefined> } {
  const known = Object.entries(optionsOf(command)).map(([name, { type, short }]) => [
    name,
    { type, ...(short === undefined ? {} : { short }) },
  ])
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(known) as Record<string, { type: 'string' | 'boolean'; short?: string }>,
      allowPositionals: true,
    })
    return { words: positionals, options: values }
  } catch (thrown) {
    const word = /'([^' ]+)/.exec(thrown instanceof Error ? thrown.message : '')?.[1] ?? ''
    throw usage(t('{{command}}: “{{word}}” can’t be used so', { command: command.name, word }))
  }
}

function checkCount(command: Command, count: number): void {
  const [least, most] = command.words
  if (count >= least && count <= most) return
  throw usage(t('The use is: {{usage}}', { usage: `${command.name} ${command.usage}`.trim() }))
}

/** A wrong use of the command line. */
export function usage(message: string): AppError {
  return new AppError('invalid-request', message)
}
