import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { Program } from '../rig/program'

const top = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(os.tmpdir(), 'perfboard-launcher-'))
const linux = process.platform === 'linux'
const started: Program[] = []

afterEach(async () => {
  for (const program of started.splice(0)) await program.end()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npm start`, without npm in between. */
function start(args: string[], env: Record<string, string | undefined> = {}): Program {
  const program = new Program(process.execPath, [path.join(top, 'scripts/start.mjs'), ...args], {
    PERFBOARD_USER_DATA: path.join(folder, 'data'),
    ...env,
  })
  started.push(program)
  return program
}

/** A runtime in which the executable is a shell script: what a machine without some library does is only to be had so. */
function brokenRuntime(script: string): string {
  const runtime = mkdtempSync(path.join(folder, 'runtime-'))
  mkdirSync(runtime, { recursive: true })
  writeFileSync(path.join(runtime, 'electron'), `#!/bin/sh\n${script}\n`)
  chmodSync(path.join(runtime, 'electron'), 0o755)
  return runtime
}

const ADDRESS = /^Perfboard: (http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43})$/m

test('asking to serve prints one line, whose address opens the page, and ends cleanly when told to', async () => {
  const program = start(['--serve', '--port', '0'])
  const address = await program.says(ADDRESS)
  expect(program.stdout.trim().split('\n')).toHaveLength(1)
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
  program.signal('SIGINT')
  expect(await program.ended).toBe(0)
  await expect(fetch(address)).rejects.toThrow()
})

test('a word that it doesn’t know is refused instead of guessed at', async () => {
  const program = start(['--serve', '--prot', '4270'])
  expect(await program.ended).toBe(1)
  expect(program.stderr).toContain('--prot')
})

test.runIf(linux)('without a display it says so in one line, serves, and prints the address', async () => {
  const program = start([], { DISPLAY: undefined, WAYLAND_DISPLAY: undefined })
  await program.says(ADDRESS)
  const [reason, address, ...more] = program.stdout.trim().split('\n')
  expect(reason).toMatch(/^There is no display;/)
  expect(address).toMatch(ADDRESS)
  expect(more).toEqual([])
})

test.runIf(linux)('without a runtime it says so and serves', async () => {
  const program = start([], { DISPLAY: ':9', ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'nothing') })
  await program.says(ADDRESS)
  expect(program.stdout).toMatch(/^Electron’s runtime is missing and can’t be fetched;/)
})

test.runIf(linux)('a library that is missing is named with the Debian package that has it', async () => {
  const runtime = brokenRuntime(
    "echo 'electron: error while loading shared libraries: libgtk-3.so.0: cannot open shared object file' >&2; exit 127",
  )
  const program = start([], { DISPLAY: ':9', ELECTRON_OVERRIDE_DIST_PATH: runtime })
  await program.says(ADDRESS)
  expect(program.stdout).toMatch(/^Electron lacks libgtk-3\.so\.0; on Debian: apt install libgtk-3-0;/)
})

test.runIf(linux)('a system that denies Chromium its sandbox is served a page, and told why', async () => {
  const runtime = brokenRuntime("echo 'FATAL:zygote_host_impl_linux.cc(126) No usable sandbox!' >&2; kill -TRAP $$")
  const program = start([], { DISPLAY: ':9', ELECTRON_OVERRIDE_DIST_PATH: runtime })
  await program.says(ADDRESS)
  expect(program.stdout).toMatch(/^This system denies Chromium its sandbox/)
})

test.runIf(linux)('what the window ended with is what the launcher ends with', async () => {
  const ending = start([], { DISPLAY: ':9', ELECTRON_OVERRIDE_DIST_PATH: brokenRuntime('exit 0') })
  expect(await ending.ended).toBe(0)
  const failing = start([], { DISPLAY: ':9', ELECTRON_OVERRIDE_DIST_PATH: brokenRuntime('exit 3') })
  expect(await failing.ended).toBe(3)
})
