import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../main/cli/commandTable'
import { optionsOf, parseCommandLine } from '../../../main/cli/commandLine'
import { helpText } from '../../../main/cli/help'

/** What a command line comes to, short. */
function read(line: string): unknown {
  const asked = parseCommandLine(
    line.split(' ').filter((word) => word !== ''),
    COMMANDS,
  )
  if (asked.kind !== 'run') return asked.kind === 'help' ? `help ${asked.command?.name ?? ''}`.trim() : asked.kind
  return { port: asked.port, command: asked.command.name, words: asked.words, options: { ...asked.options } }
}

describe('a command line', () => {
  it('names a port, then a command with its words and options in any order', () => {
    expect(read('virtual cp -rf src lib :')).toEqual({
      port: 'virtual',
      command: 'cp',
      words: ['src', 'lib', ':'],
      options: { recursive: true, force: true },
    })
    expect(read('/dev/ttyACM0 ls :lib --json --baud 9600')).toMatchObject({ port: '/dev/ttyACM0', options: { json: true, baud: '9600' } })
    expect(read('auto repl --capture x.log')).toMatchObject({ command: 'repl', options: { capture: 'x.log' } })
  })

  it('opens the REPL where only a port is named, and takes devs without one', () => {
    expect(read('virtual')).toMatchObject({ port: 'virtual', command: 'repl' })
    expect(read('virtual --capture f')).toMatchObject({ command: 'repl', options: { capture: 'f' } })
    expect(read('devs --json')).toMatchObject({ port: '', command: 'devs', options: { json: true } })
  })

  it('gives code that begins with a dash behind --', () => {
    expect(read('virtual eval -- -1')).toMatchObject({ words: ['-1'] })
  })

  it.each(['', '--help', '-h', 'help'])('shows the help for “%s”', (line) => {
    expect(read(line)).toBe('help')
  })

  it('shows a command’s own help, also where it lacks its words', () => {
    expect(read('virtual cp --help')).toBe('help cp')
    expect(read('help rm')).toBe('help rm')
  })

  it.each([
    'virtual copy a b',
    'ls virtual',
    'virtual devs',
    'virtual cp one',
    'virtual run',
    'virtual ls --all',
    'virtual reset --json',
    '--json virtual ls',
    'virtual repl --capture',
  ])('refuses “%s” as a wrong use, in one line', (line) => {
    let message = ''
    try {
      read(line)
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'invalid-request' })
      message = (thrown as Error).message
    }
    expect(message).toMatch(/^[^\n]{10,}$/)
  })
})

describe('the help', () => {
  it('names every command, and each command’s help every option that it takes', () => {
    const overview = helpText(COMMANDS)
    for (const command of COMMANDS) {
      expect(overview).toContain(`  ${command.name}`)
      for (const option of Object.keys(optionsOf(command))) expect(helpText(COMMANDS, command)).toContain(`--${option}`)
    }
  })

  it('gives no letter of one command to two options', () => {
    for (const command of COMMANDS) {
      const letters = Object.values(optionsOf(command)).flatMap(({ short }) => short ?? [])
      expect(new Set(letters).size).toBe(letters.length)
    }
  })
})
