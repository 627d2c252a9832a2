import { t, text } from '../../shared/language/language'
import type { Command, Option } from './command'
import { optionsOf } from './commandLine'

const CALL = 'npm run --silent cli --'

/** What stands for a port, and what that means. */
const PORTS: readonly [string, string][] = [
  ['virtual', text('The built-in board; it is switched on for the command and off behind it')],
  ['auto', text('The only board that is plugged in')],
  ['/dev/ttyACM0, COM7', text('A serial port')],
  ['socket://HOST:PORT', text('A serial port behind a plain network socket')],
  ['rfc2217://HOST:PORT', text('The same with its signal lines and its speed (RFC 2217)')],
]

const WIDTH = 26

/** The help for all commands, or for one. */
export function helpText(commands: readonly Command[], command?: Command): string {
  return command === undefined ? overview(commands) : helpOf(command)
}

function overview(commands: readonly Command[]): string {
  return [
    `${t('Usage')}: ${CALL} PORT COMMAND ...`,
    `     ${CALL} devs`,
    '',
    'PORT:',
    ...PORTS.map(([word, meaning]) => row(word, t(meaning))),
    '',
    'COMMAND:',
    ...commands.map((command) => row(`${command.name} ${command.usage}`.trim(), t(command.summary))),
    '',
    t('PORT COMMAND --help says more of one command. A port alone opens its REPL.'),
    t('Paths on the board may begin with “:”; cp needs that to tell both sides apart. Those without “/” begin at the board’s main folder.'),
    t(
      'Connecting sends nothing and resets nothing. A command that needs the prompt stops a running program with Ctrl-C; --restart starts it again afterwards.',
    ),
    t(
      'Exit codes: 0 done; 1 failed, also the program that was run; 2 wrong use; 130 stopped by Ctrl-C. What a program gives to sys.exit() is the exit code of run and exec.',
    ),
    '',
  ].join('\n')
}

function helpOf(command: Command): string {
  const place = command.kind === 'board' ? 'PORT ' : ''
  return [
    `${t('Usage')}: ${CALL} ${place}${command.name} ${command.usage}`.trimEnd(),
    '',
    t(command.summary),
    ...(command.details === undefined ? [] : [t(command.details)]),
    '',
    ...Object.entries(optionsOf(command)).map(([name, option]) => row(optionWord(name, option), t(option.help))),
    '',
  ].join('\n')
}

function optionWord(name: string, { short, value }: Option): string {
  const words = `${short === undefined ? '' : `-${short}, `}--${name}`
  return value === undefined ? words : `${words} ${value}`
}

function row(left: string, right: string): string {
  return left.length <= WIDTH ? `  ${left.padEnd(WIDTH)}  ${right}` : `  ${left}\n  ${' '.repeat(WIDTH)}  ${right}`
}
