// The command line's entry: the same services, with a terminal as the window.
import path from 'node:path'
import { systemClock } from '../shared/clock'
import { AppError } from '../shared/errors'
import { runCli } from './cli/cliProgram'
import { COMMANDS } from './cli/commandTable'
import { EXIT } from './cli/exitCodes'
import { Output } from './cli/output'
import { plainText } from './cli/plainText'
import { defaultUserData } from './serve/defaultUserData'

/** Signals that end us, with the exit codes that shells expect. */
const SIGNALS = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated, SIGHUP: EXIT.hangup } as const

async function main(): Promise<number> {
  const end = new AbortController()
  const leave = new AbortController()
  let endedBy: number | undefined
  for (const [name, code] of Object.entries(SIGNALS)) {
    process.on(name, () => {
      // The first Ctrl-C calls off what is under way, or goes to the program; whoever asks again wants out.
      if (endedBy !== undefined || name !== 'SIGINT') leave.abort()
      endedBy = code
      end.abort()
    })
  }
  const output = new Output(process.stdout, process.stderr)
  output.onClosed.addEventListener('abort', () => end.abort(), { once: true })
  const code = await runCli({
    args: process.argv.slice(2),
    commands: COMMANDS,
    userData: process.env.PERFBOARD_USER_DATA ?? defaultUserData(),
    workerPath: path.join(import.meta.dirname, 'boardWorker.js'),
    clock: systemClock,
    output,
    input: process.stdin,
    terminal: process.stderr.isTTY ? process.stderr : undefined,
    signal: end.signal,
    leave: leave.signal,
    systemRoot: process.env.PERFBOARD_SYSTEM_ROOT,
  })
  if (output.onClosed.aborted) return EXIT.brokenPipe
  return endedBy ?? code
}

// Nothing may end without a word, and nothing may hang: what no one caught is a defect, and the end.
process.on('uncaughtException', (thrown) => {
  console.error(`perfboard: ${plainText(AppError.from(thrown).message)}`)
  process.exit(EXIT.failed)
})
process.exit(await main())
