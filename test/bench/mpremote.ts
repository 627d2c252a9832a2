import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

/** A whole bench's file over the slowest line. */
const LIMIT_MS = 600_000

const run = promisify(execFile)

/** The program: what the variable MPREMOTE names, else what PATH has; undefined when there is none. */
export function findMpremote(): string | undefined {
  const named = process.env.MPREMOTE
  if (named !== undefined && named !== '') return named
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.map((folder) => path.join(folder, 'mpremote')).find((file) => existsSync(file))
}

/** Has it do something at a port; answers the milliseconds that it took. Rejects with what it said when it failed. */
export async function timeMpremote(program: string, port: string, ...words: string[]): Promise<number> {
  const began = performance.now()
  await run(program, ['connect', port, ...words], { timeout: LIMIT_MS })
  return performance.now() - began
}
