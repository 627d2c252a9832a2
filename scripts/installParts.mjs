// What the launcher and the test runner share: installing npm packages when they are missing or older than the lock file.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export const top = path.resolve(import.meta.dirname, '..')

const MINIMUM = [20, 19]

/** A sentence about a Node that is too old; null when it will do. */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return null
  return `Perfboard needs Node.js ${MINIMUM.join('.')} or newer; this is ${version}. See https://nodejs.org`
}

/** True when node_modules is absent, unfinished, or was installed from an older package-lock.json. */
export function partsAreMissing(folder = top) {
  // npm writes this file last, so that an install that was broken off counts as missing.
  const installed = modified(path.join(folder, 'node_modules/.package-lock.json'))
  return installed === undefined || installed < (modified(path.join(folder, 'package-lock.json')) ?? 0)
}

/** Installs the npm packages if need be, saying so in one line. Returns a sentence when that failed, else null. */
export function installParts(folder = top) {
  if (!partsAreMissing(folder)) return null
  console.error('Installing the parts (once; this takes a minute or two) ...')
  const command = fs.existsSync(path.join(folder, 'package-lock.json')) ? 'ci' : 'install'
  const result = spawnSync('npm', [command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    // What npm says goes to stderr: standard output carries the address.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status === 0) return null
  return `npm ${command} failed${result.error === undefined ? '' : ` (${result.error.message})`}; what it says stands above. Is there a connection to the npm registry?`
}

/** When a file changed last; undefined when there is none. */
export function modified(file) {
  try {
    return fs.statSync(file).mtimeMs
  } catch {
    return undefined
  }
}
