import path from 'node:path'
import { onTestFinished } from 'vitest'
import { Program } from './program'

const launcher = path.resolve(import.meta.dirname, '../../scripts/cli.mjs')

/** How a command line is started. */
export interface CliSurroundings {
  /** The folder of the app's data, in which the virtual board's storage lies. */
  userData: string
  cwd?: string
}

/** Starts the command line as `npm run cli --` does, without npm in between; it ends with the test. */
export function startCli(args: readonly string[], { userData, cwd }: CliSurroundings): Program {
  const env = { PERFBOARD_USER_DATA: userData, LANG: 'C', LC_ALL: 'C', npm_lifecycle_event: undefined }
  const program = new Program(process.execPath, [launcher, ...args], env, { input: true, ...(cwd === undefined ? {} : { cwd }) })
  onTestFinished(async () => {
    await program.end()
  })
  return program
}

/** What a command said and ended with. */
export interface CliAnswer {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs one command to its end. `input` is what stands at its standard input. */
export async function cli(args: readonly string[], surroundings: CliSurroundings, input?: string): Promise<CliAnswer> {
  const program = startCli(args, surroundings)
  if (input !== undefined) program.type(input)
  program.endInput()
  const code = await program.ended
  return { code, stdout: program.stdout, stderr: program.stderr }
}
