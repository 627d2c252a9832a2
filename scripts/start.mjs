// `npm start`: installs and builds what is missing, then opens Perfboard in Electron, or serves it where that can't be.
// `npm start -- --serve [--port 4270]` serves outright. Without dependencies: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { buildIsOld } from './buildState.mjs'
import { fetchElectron, findElectron, hasDisplay, librariesSentence, missingLibraries, sandboxArguments } from './electronRuntime.mjs'
import { installParts, nodeProblem, top } from './installParts.mjs'

/** A start of Electron that fails this soon never showed a window. */
const START_FAILED_MS = 10_000
/** What the system's loader exits with when a library is missing. */
const LOADER_FAILED = 127

const args = process.argv.slice(2)
process.exitCode = await main()

async function main() {
  const problem = nodeProblem() ?? installParts() ?? build()
  if (problem !== null) {
    console.error(problem)
    return 1
  }
  if (args.includes('--serve')) return await serve()
  const { executable, reason } = await electron()
  if (executable === null) return await serve(reason)
  return await openWindow(executable)
}

function build() {
  if (!buildIsOld()) return null
  console.error('Building ...')
  const result = spawnSync(process.execPath, [path.join(top, 'scripts/build.mjs')], { cwd: top, stdio: ['ignore', 2, 2] })
  return result.status === 0 ? null : 'The build failed; what it says stands above.'
}

/** The executable, or null and the reason why there is none to be used. */
async function electron() {
  if (!hasDisplay()) return { executable: null, reason: 'There is no display' }
  const executable = findElectron() ?? (await fetchElectron())
  if (executable === null) return { executable, reason: 'Electron’s runtime is missing and can’t be fetched' }
  const libraries = missingLibraries(executable)
  return libraries.length === 0 ? { executable } : { executable: null, reason: librariesSentence(libraries) }
}

async function openWindow(executable) {
  const began = performance.now()
  const child = spawn(executable, [...sandboxArguments(), path.join(top, 'dist/electron'), ...args], {
    cwd: top,
    stdio: ['inherit', 'inherit', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (bytes) => {
    said = (said + bytes.toString()).slice(-4_000)
    process.stderr.write(bytes)
  })
  const code = await ended(child)
  if (code === 0 || performance.now() - began > START_FAILED_MS) return code
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(said)?.[1]
  if (library !== undefined) return await serve(librariesSentence([library]))
  if (code === LOADER_FAILED) return await serve('Electron’s runtime can’t be started here')
  if (/Missing X server|cannot open display|ozone_platform/i.test(said)) return await serve('The display can’t be reached')
  if (/No usable sandbox|SUID sandbox helper/.test(said))
    return await serve('This system denies Chromium its sandbox (on Ubuntu: user namespaces)')
  return code
}

/** Serves the page to a browser; the reason for that stands in one line before the address. */
async function serve(reason) {
  if (reason !== undefined) console.log(`${reason}; serving to a browser instead. Open this address:`)
  const child = spawn(process.execPath, [path.join(top, 'dist/main/serve.js'), ...args.filter((word) => word !== '--serve')], {
    cwd: top,
    stdio: 'inherit',
  })
  return await ended(child)
}

/** Passes signals on and resolves to the exit code. */
function ended(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const pass = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve) => {
    const finish = (code) => {
      for (const signal of signals) process.off(signal, pass)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(error.message)
      finish(LOADER_FAILED)
    })
    child.once('close', (code, signal) => finish(code ?? 128 + (os.constants.signals[signal] ?? 0)))
  })
}
