// The suites of `npm test`: what runs, for how long at most, and how it is counted.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { top } from './installParts.mjs'

const bin = (name) => path.join(top, 'node_modules', name)
const node = process.execPath
/** Where reports, screenshots and traces of tests go. */
export const outputFolder = path.join(top, 'test-output')

const vitest = (project) => ({
  report: path.join(outputFolder, `${project}.json`),
  commands: [
    [
      node,
      bin('vitest/vitest.mjs'),
      'run',
      '--config',
      'test/vitest.config.ts',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${path.join(outputFolder, `${project}.json`)}`,
    ],
  ],
})

/** Each with its budget in seconds: a suite that takes longer is ended and counts as failed. */
export const suites = {
  lint: {
    budget: 240,
    commands: [
      [node, bin('eslint/bin/eslint.js'), '--config', 'scripts/eslint.config.mjs', '--max-warnings', '0', '.'],
      [node, bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '**/*.{ts,tsx,mjs,css}'],
    ],
  },
  typecheck: {
    budget: 180,
    commands: ['main', 'preload', 'renderer', 'test'].map((part) => [node, bin('typescript/bin/tsc'), '-p', part]),
  },
  unit: { budget: 240, ...vitest('unit') },
  integration: { budget: 420, ...vitest('integration') },
  faults: { budget: 200, ...vitest('faults') },
  e2e: { budget: 480, ...vitest('e2e') },
}

/** After its budget a suite has this long to end by itself before it is killed. */
const GRACE_MS = 5_000

const running = new Set()

/** Ends whatever suite is running, with everything that it started in its group. */
export function endSuites(signal) {
  for (const child of running) endGroup(child, signal)
}

/** Runs one suite and counts its tests; lint and type check count as one each. */
export async function runSuite(name, env) {
  const { budget, commands, report } = suites[name]
  const until = performance.now() + budget * 1_000
  if (report !== undefined) fs.rmSync(report, { force: true })
  let ok = true
  for (const command of commands) ok = (await run(command, env, until - performance.now())) && ok
  const overdue = performance.now() >= until
  if (overdue) console.log(`${name} took longer than its ${budget} s and was ended`)
  if (report === undefined) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  const counts = countReport(report)
  // A run that failed without a failed test (an unhandled error, a broken set-up, the budget) counts as one.
  if (!ok && counts.failed === 0) counts.failed = 1
  return counts
}

function run([file, ...args], env, limitMs) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: top, env, stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32' })
    running.add(child)
    const patience = setTimeout(() => endGroup(child, 'SIGTERM'), Math.max(0, limitMs))
    const end = setTimeout(() => endGroup(child, 'SIGKILL'), Math.max(0, limitMs) + GRACE_MS)
    const finish = (ok) => {
      running.delete(child)
      clearTimeout(patience)
      clearTimeout(end)
      resolve(ok)
    }
    child.once('error', (error) => {
      console.error(error.message)
      finish(false)
    })
    child.once('exit', (code) => finish(code === 0))
  })
}

function endGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error // it has ended by itself
  }
}

function countReport(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  if (!fs.existsSync(report)) return counts
  for (const file of JSON.parse(fs.readFileSync(report, 'utf8')).testResults) {
    if (file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')) counts.failed += 1
    for (const { status } of file.assertionResults) counts[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1
  }
  return counts
}
