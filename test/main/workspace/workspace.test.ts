import { execFileSync } from 'node:child_process'
import { chmod, lstat, mkdir, readFile, readdir, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { MAX_FILE_SIZE, Workspace } from '../../../main/workspace/workspace'
import { temporaryFolder } from '../../rig/temporaryFolder'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** A workspace in which `project` was chosen by the user, and `secret` was not. */
async function opened() {
  const root = await temporaryFolder()
  const project = path.join(root, 'project')
  const secret = path.join(root, 'secret')
  await mkdir(project)
  await mkdir(secret)
  await writeFile(path.join(secret, 'key'), 'private')
  const binned: string[] = []
  const grantsFile = path.join(root, 'grants.json')
  const trash = async (paths: string[]) => {
    binned.push(...paths)
    for (const entry of paths) await rm(entry, { recursive: true })
  }
  const workspace = new Workspace({ grantsFile, trash })
  onTestFinished(() => workspace.dispose())
  await workspace.grant(project)
  return { workspace, project, secret, binned, grantsFile, inProject: (name: string) => path.join(project, name) }
}

describe('what a page may reach', () => {
  test('nothing that the user did not choose, by any request', async () => {
    const { workspace, secret, inProject } = await opened()
    const key = path.join(secret, 'key')
    await writeFile(inProject('a.py'), '')
    const refused = [
      () => workspace.list(secret),
      () => workspace.readFile(key),
      () => workspace.writeFile(key, bytesOf('x')),
      () => workspace.makeFolder(path.join(secret, 'new')),
      () => workspace.rename(key, inProject('key')),
      () => workspace.rename(inProject('a.py'), path.join(secret, 'a.py')),
      () => workspace.count(secret),
      () => workspace.trash([key]),
    ]
    for (const request of refused) await expect(request()).rejects.toMatchObject({ code: 'forbidden' })
    expect(await readdir(secret)).toEqual(['key'])
  })

  test('not by `..`, nor through a link in the chosen folder, nor by a name that begins alike', async () => {
    const { workspace, project, secret, inProject } = await opened()
    await symlink(secret, inProject('link'))
    await mkdir(`${project}-2`)
    for (const outside of [`${project}/../secret/key`, inProject('link/key'), inProject('link/new/deep'), path.join(`${project}-2`, 'a')]) {
      expect(await workspace.isGranted(outside)).toBe(false)
      await expect(workspace.readFile(outside)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('a relative path or one with a NUL is refused', async () => {
    const { workspace, inProject } = await opened()
    await expect(workspace.readFile('a.py')).rejects.toMatchObject({ code: 'invalid-path' })
    await expect(workspace.readFile(inProject('a\0b'))).rejects.toMatchObject({ code: 'invalid-path' })
  })

  test('what was chosen is still open after a restart; a chosen file does not open its folder', async () => {
    const { workspace, secret, grantsFile, inProject } = await opened()
    await workspace.grant(path.join(secret, 'key'))
    const again = new Workspace({ grantsFile })
    expect(await again.isGranted(inProject('a.py'))).toBe(true)
    expect(textOf((await again.readFile(path.join(secret, 'key'))).bytes)).toBe('private')
    await expect(again.list(secret)).rejects.toMatchObject({ code: 'forbidden' })
    again.dispose()
  })
})

describe('files', () => {
  test.each(['', 'print(1)\n', 'Grüße 🐍', '\0ÿ'])('%j is saved and read unchanged', async (text) => {
    const { workspace, project, inProject } = await opened()
    const file = inProject('ein "Name" mit äöü.py')
    const saved = await workspace.writeFile(file, bytesOf(text))
    expect(await workspace.readFile(file)).toEqual({ bytes: bytesOf(text), mtime: saved.mtime })
    expect(await readdir(project)).toHaveLength(1)
  })

  test('a file that another program changed is not overwritten', async () => {
    const { workspace, inProject } = await opened()
    const { mtime } = await workspace.writeFile(inProject('a.py'), bytesOf('mine'))
    await vi.waitUntil(async () => {
      await writeFile(inProject('a.py'), 'theirs')
      return (await stat(inProject('a.py'))).mtimeMs !== mtime
    })
    await expect(workspace.writeFile(inProject('a.py'), bytesOf('mine 2'), mtime)).rejects.toMatchObject({ code: 'changed-elsewhere' })
    expect(await readFile(inProject('a.py'), 'utf8')).toBe('theirs')
    await rm(inProject('a.py'))
    await expect(workspace.writeFile(inProject('a.py'), bytesOf('mine 2'), mtime)).rejects.toMatchObject({ code: 'changed-elsewhere' })
  })

  test('saving keeps the file’s permissions, and a link stays a link', async () => {
    const { workspace, inProject } = await opened()
    await writeFile(inProject('tool.py'), 'old')
    await chmod(inProject('tool.py'), 0o755)
    await symlink('tool.py', inProject('link.py'))
    await workspace.writeFile(inProject('link.py'), bytesOf('new'))
    expect((await stat(inProject('tool.py'))).mode & 0o777).toBe(0o755)
    expect((await lstat(inProject('link.py'))).isSymbolicLink()).toBe(true)
    expect(await readFile(inProject('tool.py'), 'utf8')).toBe('new')
  })

  test('a save that fails leaves the old file and nothing else behind', async () => {
    const { workspace, project, inProject } = await opened()
    await mkdir(inProject('folder'))
    await expect(workspace.writeFile(inProject('folder'), bytesOf('x'))).rejects.toMatchObject({ code: 'is-a-folder' })
    await expect(workspace.writeFile(inProject('none/a.py'), bytesOf('x'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(workspace.writeFile(inProject('x'.repeat(300)), bytesOf('x'))).rejects.toMatchObject({ code: 'invalid-path' })
    expect(await readdir(project)).toEqual(['folder'])
  })

  test('a file too large for an editor is refused before it fills the memory, and a pipe does not make the window wait for ever', async () => {
    const { workspace, inProject } = await opened()
    await writeFile(inProject('large'), '')
    await truncate(inProject('large'), MAX_FILE_SIZE + 1)
    await expect(workspace.readFile(inProject('large'))).rejects.toMatchObject({ code: 'too-large' })
    execFileSync('mkfifo', [inProject('pipe')])
    await expect(workspace.readFile(inProject('pipe'))).rejects.toMatchObject({ code: 'not-available' })
    await expect(workspace.readFile(inProject('none'))).rejects.toMatchObject({ code: 'not-found', details: { path: inProject('none') } })
  })
})

describe('folders', () => {
  test('a level lists folders first and names in the order people count', async () => {
    const { workspace, inProject } = await opened()
    for (const name of ['b10.py', 'b9.py', 'A.py', '.perfboard-00000000-0000-0000-0000-000000000000.tmp'])
      await writeFile(inProject(name), 'abc')
    await workspace.makeFolder(inProject('lib'))
    await symlink('nowhere', inProject('broken'))
    const { entries } = await workspace.list(inProject(''))
    expect(entries.map(({ name, kind, size }) => [name, kind, size])).toEqual([
      ['lib', 'folder', 0],
      ['A.py', 'file', 3],
      ['b9.py', 'file', 3],
      ['b10.py', 'file', 3],
      ['broken', 'file', 0],
    ])
    await expect(workspace.makeFolder(inProject('lib'))).rejects.toMatchObject({ code: 'exists' })
    await expect(workspace.list(inProject('A.py'))).rejects.toMatchObject({ code: 'not-a-folder' })
  })

  test('renaming never replaces another file', async () => {
    const { workspace, inProject } = await opened()
    await writeFile(inProject('a.py'), 'a')
    await writeFile(inProject('b.py'), 'b')
    await expect(workspace.rename(inProject('a.py'), inProject('b.py'))).rejects.toMatchObject({ code: 'exists' })
    await workspace.rename(inProject('a.py'), inProject('c.py'))
    expect([await readFile(inProject('b.py'), 'utf8'), await readFile(inProject('c.py'), 'utf8')]).toEqual(['b', 'a'])
    await expect(workspace.rename(inProject('a.py'), inProject('d.py'))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the question before deleting a folder names how much is in it, and deleting goes to the bin', async () => {
    const { workspace, secret, binned, inProject } = await opened()
    await mkdir(inProject('lib/deep'), { recursive: true })
    await writeFile(inProject('lib/a.py'), '')
    await writeFile(inProject('lib/deep/b.py'), '')
    await symlink(secret, inProject('lib/link'))
    expect(await workspace.count(inProject('lib'))).toEqual({ files: 3, folders: 1 })
    await workspace.trash([inProject('lib')])
    expect(binned).toEqual([inProject('lib')])
    expect(await readdir(secret)).toEqual(['key'])
    await expect(workspace.trash([inProject('lib')])).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the system’s bin takes exactly the named file, also when its name looks like a pattern', async () => {
    const { grantsFile, project, inProject } = await opened()
    vi.stubEnv('XDG_DATA_HOME', path.join(project, '..'))
    onTestFinished(() => void vi.unstubAllEnvs())
    await writeFile(inProject('*.py'), '')
    await writeFile(inProject('main.py'), '')
    const workspace = new Workspace({ grantsFile })
    await workspace.trash([inProject('*.py')])
    expect(await readdir(project)).toEqual(['main.py'])
    workspace.dispose()
  })

  test('a bin that did nothing is not called a success', async () => {
    const { grantsFile, inProject } = await opened()
    await writeFile(inProject('a.py'), '')
    const workspace = new Workspace({ grantsFile, trash: () => Promise.resolve() })
    await expect(workspace.trash([inProject('a.py')])).rejects.toMatchObject({ code: 'permission' })
    workspace.dispose()
  })

  test('a change by another program is told once for the folder that shows it', async () => {
    const { workspace, project, inProject } = await opened()
    const changes: string[] = []
    workspace.onChange(({ path: folder }) => changes.push(folder))
    await workspace.list(project)
    await writeFile(inProject('a.py'), 'a')
    await writeFile(inProject('b.py'), 'b')
    await vi.waitUntil(() => changes.length > 0, { timeout: 5_000, interval: 10 })
    expect(changes).toEqual([project])
  })

  test('the picker shows any folder, and its way up', async () => {
    const { workspace, secret } = await opened()
    const { path: place, parent, entries } = await workspace.browse(secret)
    expect([place, parent, entries.map((entry) => entry.name)]).toEqual([secret, path.dirname(secret), ['key']])
    expect((await workspace.browse('/')).parent).toBeNull()
  })
})
