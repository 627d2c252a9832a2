// `npm run --silent cli -- PORT COMMAND ...`: builds what is missing, then runs the command line. Nothing but answers goes to standard output.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cliIsOld } from './buildState.mjs'
import { installParts, nodeProblem, top } from './installParts.mjs'

const problem = nodeProblem() ?? installParts() ?? build()
if (problem === null) {
  // npm runs scripts in the project's folder; paths are meant from where the user is.
  if (process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD)
  await import(pathToFileURL(path.join(top, 'dist/main/cli.js')).href)
} else {
  console.error(problem)
  process.exitCode = 1
}

function build() {
  if (!cliIsOld()) return null
  console.error('Building ...')
  const result = spawnSync(process.execPath, [path.join(top, 'scripts/build.mjs'), 'main'], { cwd: top, stdio: ['ignore', 2, 2] })
  return result.status === 0 ? null : 'The build failed; what it says stands above.'
}
