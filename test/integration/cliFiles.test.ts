import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type CliAnswer, cli } from '../rig/cli'

// Each command is a process of its own, which a busy computer takes its time to start.
vi.setConfig({ testTimeout: 90_000 })

let folder: string
let userData: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'perfboard-cli-'))
  userData = path.join(folder, 'data')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A command for the virtual board, whose files stay from one to the next. */
const virtual = (...args: string[]): Promise<CliAnswer> => cli(['virtual', ...args], { userData, cwd: folder })
const json = async (...args: string[]): Promise<unknown> => JSON.parse((await virtual(...args, '--json')).stdout)
const done: CliAnswer = { code: 0, stdout: '', stderr: '' }

const everyByte = Buffer.from(Uint8Array.from({ length: 3_000 }, (_, index) => (index * 7) % 256))

test('a file goes to the board and comes back byte for byte, and its hash is the one that it has here', async () => {
  await writeFile(path.join(folder, 'every.bin'), everyByte)
  expect(await virtual('cp', 'every.bin', ':')).toEqual(done)
  expect(await json('ls')).toEqual([{ name: 'every.bin', path: '/every.bin', kind: 'file', size: 3_000 }])
  expect(await virtual('cp', ':every.bin', 'back.bin')).toEqual(done)
  expect((await readFile(path.join(folder, 'back.bin'))).equals(everyByte)).toBe(true)
  const sha256 = createHash('sha256').update(everyByte).digest('hex')
  expect(await virtual('sha256sum', 'every.bin')).toEqual({ ...done, stdout: `${sha256}  /every.bin\n` })
})

test('a folder is copied with all that is in it, what is the same is left out, and the tree shows it', async () => {
  await mkdir(path.join(folder, 'app/lib'), { recursive: true })
  await writeFile(path.join(folder, 'app/main.py'), 'print(1)\n')
  await writeFile(path.join(folder, 'app/lib/a.py'), 'a = 1\n')
  expect(await json('cp', '-r', 'app', ':')).toEqual({ files: 2, bytes: 15, same: 0 })
  expect(await json('cp', '-r', 'app', ':')).toEqual({ files: 0, bytes: 0, same: 2 })
  expect((await virtual('tree', 'app')).stdout).toBe(':/app\n├── lib\n│   └── a.py\n└── main.py\n')
  expect(await virtual('cp', '-r', ':app', 'copy')).toEqual(done)
  expect((await readdir(path.join(folder, 'copy'), { recursive: true })).sort()).toEqual(['lib', 'lib/a.py', 'main.py'])
})

test('folders are only removed when they are empty, or when that was asked for', async () => {
  expect(await virtual('mkdir', 'one', 'one/two')).toEqual(done)
  expect(await virtual('touch', 'one/two/x.py')).toEqual(done)
  expect(await virtual('rm', 'one')).toMatchObject({ code: 1, stdout: '', stderr: 'perfboard: /one is a folder; -r removes folders\n' })
  expect(await virtual('rmdir', 'one')).toMatchObject({ code: 1, stderr: 'perfboard: /one is not empty\n' })
  expect(await virtual('mv', 'one/two/x.py', 'one/y.py')).toEqual(done)
  expect(await virtual('rmdir', 'one/two')).toEqual(done)
  expect(await virtual('rm', '-r', 'one')).toEqual(done)
  expect(await virtual('ls', 'one')).toMatchObject({ code: 1, stderr: 'perfboard: /one is not on the board\n' })
})

test('sync brings what is new, keeps what changed on the board until told otherwise, and says so', async () => {
  await mkdir(path.join(folder, 'project'), { recursive: true })
  await writeFile(path.join(folder, 'project/a.py'), 'one')
  expect(await json('sync', 'project', 'synced')).toMatchObject({ ended: 'done', uploaded: 1, proven: 1 })
  await virtual('exec', "f=open('/synced/a.py','w');f.write('theirs');f.close()")
  await writeFile(path.join(folder, 'project/a.py'), 'ours')
  const refused = await virtual('sync', 'project', 'synced')
  expect(refused).toMatchObject({ code: 1, stderr: 'perfboard: a.py: changed on both sides; --force takes the source’s\n' })
  expect((await virtual('sync', '-n', '-f', 'project', 'synced')).stdout).toBe('upload   a.py\n')
  expect((await virtual('sync', '-f', 'project', 'synced')).code).toBe(0)
  expect((await virtual('cat', 'synced/a.py')).stdout).toBe('ours')
})

test('a backup brings back what was lost, and is never written over by accident', async () => {
  await virtual('mkdir', 'box')
  await virtual('cp', 'every.bin', ':box/kept.bin')
  expect(await json('backup', 'board.zip', 'box')).toMatchObject({ files: 1, proven: 1, left: [] })
  expect((await virtual('backup', 'board.zip')).code).toBe(1)
  await virtual('rm', 'box/kept.bin')
  expect(await json('restore', 'board.zip', 'box')).toMatchObject({ ended: 'done', uploaded: 1, proven: 1 })
  expect(await virtual('cp', ':box/kept.bin', 'restored.bin')).toEqual(done)
  expect((await readFile(path.join(folder, 'restored.bin'))).equals(everyByte)).toBe(true)
})
