// `npm test`: installs what is missing, builds, runs every suite, and ends with `N passed, N failed` alone on the last line.
//   npm test -- --only lint,unit     only these suites
//   npm test -- --require-windows    fails unless both Electron and Chromium can be had
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { installParts, nodeProblem, top } from './installParts.mjs'
import { endSuites, outputFolder, runSuite, suites } from './suites.mjs'
import { findChromium, installSystemPackages, openDisplay, usableElectron } from './testMachine.mjs'

const { values: options } = parseArgs({ options: { only: { type: 'string' }, 'require-windows': { type: 'boolean', default: false } } })
const wanted = options.only?.split(',') ?? Object.keys(suites)
const unknown = wanted.filter((name) => suites[name] === undefined)
const total = { passed: 0, failed: 0, skipped: 0 }

const problem =
  nodeProblem() ??
  (unknown.length > 0 ? `There is no suite ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}` : installParts())
if (problem === null) await main()
else fail(problem)

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed === 0 ? 0 : 1

async function main() {
  fs.mkdirSync(outputFolder, { recursive: true })
  const seesWindows = wanted.includes('e2e') || wanted.includes('integration')
  if (seesWindows) installSystemPackages()
  const display = seesWindows ? await openDisplay() : null
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      endSuites('SIGTERM')
      display?.close()
      process.exit(130)
    })
  }
  try {
    const env = { ...process.env, ...display?.env, ...(seesWindows ? await windows(display) : {}) }
    if (!build()) return
    // Neither needs the other's files or a quiet machine.
    const checks = wanted.filter((name) => suites[name].report === undefined)
    await Promise.all(checks.map((name) => runNamed(name, env)))
    for (const name of wanted) if (suites[name].report !== undefined) await runNamed(name, env)
  } finally {
    display?.close()
  }
}

/** Which windows the tests can have, as the end-to-end suite wants to know it. */
async function windows(display) {
  const electron = display === null ? undefined : await usableElectron()
  const chromium = findChromium()
  const kinds = [...(electron === undefined ? [] : ['electron']), ...(chromium === undefined ? [] : ['chromium'])]
  console.log(`Windows for the tests: ${kinds.join(', ') || 'none'}`)
  if (options['require-windows'] && kinds.length < 2) fail('Both Electron and Chromium are required')
  else if (kinds.length === 0) fail('Neither Electron nor Chromium can be had, so nobody sees whether the app works')
  return { PERFBOARD_TEST_WINDOWS: kinds.join(','), PERFBOARD_TEST_CHROMIUM: chromium ?? '' }
}

function build() {
  const ok = spawnSync(process.execPath, [path.join(top, 'scripts/build.mjs')], { cwd: top, stdio: 'inherit' }).status === 0
  if (!ok) fail('The build failed')
  return ok
}

async function runNamed(name, env) {
  console.log(`\n== ${name}`)
  const began = performance.now()
  const counts = await runSuite(name, env)
  for (const key of Object.keys(total)) total[key] += counts[key]
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${Math.round((performance.now() - began) / 1_000)} s`)
}

function fail(text) {
  console.error(text)
  total.failed += 1
}
