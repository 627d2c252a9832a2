import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { SerialTransport } from '../../main/transport/serialTransport'
import { startBoardOnPty } from '../rig/boardOnPty'
import { type CliAnswer, cli, startCli } from '../rig/cli'
import { startSer2net } from '../rig/ser2net'

// Each command is a process of its own, which a busy computer takes its time to start.
vi.setConfig({ testTimeout: 90_000 })

let folder: string
let userData: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'perfboard-cli-'))
  userData = path.join(folder, 'data')
  await writeFile(path.join(folder, 'loop.py'), 'import time\nprint("begin")\nwhile True:\n time.sleep_ms(10)\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const virtual = (...args: string[]): Promise<CliAnswer> => cli(['virtual', ...args], { userData, cwd: folder })
const oneLine = /^perfboard: [^\n]+\n$/

test('a program’s output is all that stands on standard output, and its end is the exit code', async () => {
  expect(await virtual('exec', 'print("a");print("b")')).toEqual({ code: 0, stdout: 'a\r\nb\r\n', stderr: '' })
  const failed = await virtual('exec', 'print(1)\n1/0')
  expect(failed).toMatchObject({ code: 1, stdout: '1\r\n' })
  expect(failed.stderr).toMatch(/^Traceback [^]*File "<stdin>", line 2[^]*ZeroDivisionError[^\n]*\n$/)
  expect(await virtual('exec', 'import sys\nprint(1)\nsys.exit(7)')).toEqual({ code: 7, stdout: '1\r\n', stderr: '' })
  expect(await virtual('eval', '--json', '{"a": [1, None, "ü"]}')).toEqual({ code: 0, stdout: '{"a":[1,null,"ü"]}\n', stderr: '' })
})

test('a traceback names the file that was run; a program may come from standard input', async () => {
  await writeFile(path.join(folder, 'bad.py'), 'import sys\ndef f():\n  raise ValueError("no")\nf()\nsys.exit()\n')
  const failed = await virtual('run', 'bad.py')
  expect(failed.code).toBe(1)
  expect(failed.stderr).toContain('File "bad.py", line 4, in <module>\n  File "bad.py", line 3, in f\nValueError: no\n')
  expect(failed.stderr).not.toContain('<string>')
  expect(await cli(['virtual', 'run', '-'], { userData }, 'print(6*7)\n')).toEqual({ code: 0, stdout: '42\r\n', stderr: '' })
})

test('Ctrl-C goes to the program, which ends as interrupted', async () => {
  const program = startCli(['virtual', 'run', 'loop.py'], { userData, cwd: folder })
  await program.says(/begin/)
  program.signal('SIGINT')
  expect(await program.ended).toBe(130)
  expect(program.stderr).toContain('KeyboardInterrupt')
})

test('a second Ctrl-C leaves a program that takes none', async () => {
  await writeFile(
    path.join(folder, 'deaf.py'),
    'import time\nprint("begin")\nwhile 1:\n try:\n  time.sleep_ms(10)\n except KeyboardInterrupt: print("no")\n',
  )
  const program = startCli(['virtual', 'run', 'deaf.py'], { userData, cwd: folder })
  await program.says(/begin/)
  program.signal('SIGINT')
  await program.says(/no/)
  program.signal('SIGINT')
  expect(await program.ended).toBe(130)
})

test('a reader that has seen enough ends a program without a word', async () => {
  const program = startCli(['virtual', 'exec', 'while 1: print("more")'], { userData })
  await program.says(/more/)
  program.hangUp()
  expect(await program.ended).toBe(141)
  expect(program.stderr).toBe('')
})

test('what goes wrong is one line with what to do, and its kind is the exit code', async () => {
  const wrong = await cli(['virtual', 'lss'], { userData })
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr).toMatch(oneLine)
  const missing = await cli([path.join(folder, 'nothing'), 'ls'], { userData })
  expect(missing).toMatchObject({ code: 1, stdout: '' })
  expect(missing.stderr).toMatch(oneLine)
  expect(missing.stderr).toContain('“devs” lists the ports')
  const nobody = await cli(['socket://127.0.0.1:1', 'ls'], { userData })
  expect(nobody).toMatchObject({ code: 1, stderr: expect.stringMatching(/^perfboard: Nothing listens at socket:[^\n]+\n$/) as string })
})

test('the virtual board is one process’s at a time, and the other is told', async () => {
  const program = startCli(['virtual', 'run', 'loop.py'], { userData, cwd: folder })
  await program.says(/begin/)
  const other = await virtual('ls')
  expect(other).toMatchObject({ code: 1, stdout: '' })
  expect(other.stderr).toMatch(/^perfboard: [^\n]*another Perfboard[^\n]*\n$/)
})

test('in the REPL keys go to the board and its answers into the capture; Ctrl-] leaves', async () => {
  const program = startCli(['virtual', 'repl', '--capture', 'said.log'], { userData, cwd: folder })
  await program.says(/>>> $/)
  program.type('print(6*7)\r')
  await program.says(/\n42\r\n>>> $/)
  program.type('\u001d')
  expect(await program.ended).toBe(0)
  expect(await readFile(path.join(folder, 'said.log'), 'utf8')).toContain('\n42\r\n>>> ')
  // Lines from a pipe are typed with the key that the board knows, and their answers are waited for.
  const piped = await cli(['virtual', 'repl'], { userData }, 'print(6*7)\n')
  expect(piped).toMatchObject({ code: 0, stdout: expect.stringMatching(/\n42\r\n>>> $/) as string })
})

test('at a serial port nothing is sent by connecting, and a program can be left running', async () => {
  const board = await startBoardOnPty()
  onTestFinished(() => board.dispose())
  const repl = startCli([board.path, 'repl', '--capture', 'quiet.log'], { userData, cwd: folder })
  await vi.waitUntil(async () => (await readFile(path.join(folder, 'quiet.log')).catch(() => undefined)) !== undefined, { timeout: 10_000 })
  repl.type('\u0018')
  expect(await repl.ended).toBe(0)
  expect(board.receivedByBoard()).toBe(0)
  const code = 'import time\nwhile 1:\n  print("still here")\n  time.sleep_ms(50)\n'
  expect(await cli([board.path, 'exec', '--no-follow', code], { userData })).toEqual({ code: 0, stdout: '', stderr: '' })
  await untilSaid(board.path, 'still here\r\nstill here')
})

test('a reset and a soft reset start main.py, and leave it running', async () => {
  const board = await startBoardOnPty()
  onTestFinished(() => board.dispose())
  const main = 'import time\nwhile 1:\n  print("main runs")\n  time.sleep_ms(50)\n'
  await writeFile(path.join(folder, 'main.py'), main)
  await cli([board.path, 'cp', path.join(folder, 'main.py'), ':'], { userData })
  for (const command of ['reset', 'soft-reset']) {
    expect(await cli([board.path, command], { userData })).toEqual({ code: 0, stdout: '', stderr: '' })
    await untilSaid(board.path, 'main runs\r\nmain runs')
  }
  expect(await cli([board.path, 'eval', '1', '--restart'], { userData })).toEqual({ code: 0, stdout: '1\n', stderr: '' })
  await untilSaid(board.path, 'main runs\r\nmain runs')
})

test.runIf(process.platform === 'linux')('a board on the network is as any other', async () => {
  const board = await startBoardOnPty()
  onTestFinished(() => board.dispose())
  const server = await startSer2net(board.path)
  onTestFinished(() => server.dispose())
  expect(await cli([server.rfc2217, 'eval', '6*7'], { userData })).toEqual({ code: 0, stdout: '42\n', stderr: '' })
  expect(await cli([server.socket, 'exec', 'print(1)'], { userData })).toEqual({ code: 0, stdout: '1\r\n', stderr: '' })
})

/** Waits until the board prints this by itself; nothing is sent to it. */
async function untilSaid(device: string, text: string): Promise<void> {
  const port = new SerialTransport(device)
  onTestFinished(() => port.close())
  let said = ''
  port.onData((bytes) => {
    said += Buffer.from(bytes).toString()
  })
  await port.open()
  await vi.waitUntil(() => said.includes(text), { timeout: 10_000 })
  await port.close()
}
