import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectBackup } from '../../main/board/backupJobs'
import type { BoardSession } from '../../main/board/boardSession'
import { MANIFEST_NAME } from '../../shared/backup'
import { type Cable, virtualCable } from '../rig/sessionCables'
import { boardFiles, putOnBoard } from '../rig/syncFolder'
import { temporaryFolder } from '../rig/temporaryFolder'

describe('a backup of a board', () => {
  let cable: Cable
  let session: BoardSession
  let folder: string
  let file: string

  beforeEach(async () => {
    cable = await virtualCable()
    session = await cable.openReady()
    folder = await temporaryFolder()
    file = path.join(folder, 'board.zip')
    await cable.workspace.grant(folder)
  })

  afterEach(async () => {
    await cable.dispose()
  })

  /** The zip with something else in it. */
  async function tamper(change: (files: Record<string, Uint8Array>) => void): Promise<void> {
    const files = unzipSync(await readFile(file))
    change(files)
    await writeFile(file, zipSync(files))
  }

  it('holds every file byte by byte, and the board comes back from it', async () => {
    await putOnBoard(session, { '/a.py': 'one', '/lib/b c.py': 'two', '/empty.txt': '' })
    await session.run('folder.py', 'import os\nos.mkdir("/hollow")\n', 'refuse')
    const before = await boardFiles(session)
    const made = await session.files.backup.create('/', file, 'refuse')
    const count = Object.keys(before).length
    expect(made).toMatchObject({ files: count, folders: 2, proven: count, left: [] })
    const zip = unzipSync(await readFile(file))
    expect(zip['files/lib/b c.py']).toEqual(strToU8('two'))
    expect(await inspectBackup(cable.workspace, file)).toMatchObject({ files: count, manifest: { folder: '/', format: 1 } })
    await session.run('harm.py', 'import os\nos.remove("/a.py")\nos.rmdir("/hollow")\n', 'refuse')
    await putOnBoard(session, { '/lib/b c.py': 'changed', '/new.py': 'n' })
    const plan = await session.files.sync.planBackup(file, '/', 'mirror', 'refuse')
    const changes = plan.lines.filter(({ status }) => status !== 'same').map(({ path: at, action }) => `${at}: ${action}`)
    expect(changes).toEqual(['a.py: upload', 'hollow: upload', 'lib/b c.py: upload', 'new.py: delete'])
    expect(await session.files.sync.carryOut(plan.id, [], 'refuse')).toMatchObject({ ended: 'done', uploaded: 2, proven: 2, left: [] })
    expect(await boardFiles(session)).toEqual(before)
    expect((await session.list('/', 'refuse')).entries.map(({ name }) => name)).toContain('hollow')
  })

  it('called off, it leaves nothing behind', async () => {
    await putOnBoard(session, { '/a.txt': 'x'.repeat(20_000), '/b.txt': 'y'.repeat(20_000) })
    const { workspace } = cable
    const write = workspace.writeInPieces.bind(workspace)
    workspace.writeInPieces = (target, fill) =>
      write(target, (writePiece) =>
        fill(async (bytes) => {
          await writePiece(bytes)
          const { state } = session.snapshot()
          if (state.kind === 'working') session.cancelJob(state.job.id)
        }),
      )
    const making = session.files.backup.create('/', file, 'refuse')
    await expect(making).rejects.toMatchObject({ code: 'cancelled' })
    expect(await readdir(folder)).toEqual([])
  })

  it('that somebody made to write elsewhere, that is damaged, or that is something else is refused', async () => {
    await putOnBoard(session, { '/a.py': 'one' })
    await session.files.backup.create('/', file, 'refuse')
    const refused = (code: string): Promise<void> =>
      expect(session.files.sync.planBackup(file, '/', 'upload', 'refuse')).rejects.toMatchObject({ code })
    await tamper((files) => {
      files['files/../../evil.py'] = strToU8('x')
    })
    await refused('invalid-path')
    await session.files.backup.create('/', file, 'refuse')
    await tamper((files) => {
      const text = new TextDecoder().decode(files[MANIFEST_NAME]).replace('"a.py"', '"../a.py"')
      files[MANIFEST_NAME] = strToU8(text)
    })
    await refused('invalid-path')
    await writeFile(file, 'no zip')
    await refused('not-available')
    await writeFile(file, zipSync({ 'a.py': strToU8('x') }))
    await refused('not-available')
    await session.files.backup.create('/', file, 'refuse')
    await tamper((files) => {
      files['files/a.py'] = strToU8('two')
    })
    await expect(inspectBackup(cable.workspace, file)).rejects.toMatchObject({ code: 'hash-mismatch' })
    await session.run('harm.py', 'import os\nos.remove("/a.py")\n', 'refuse')
    const plan = await session.files.sync.planBackup(file, '/', 'upload', 'refuse')
    const result = await session.files.sync.carryOut(plan.id, [], 'refuse')
    expect(result).toMatchObject({ uploaded: 0, left: [{ path: 'a.py', error: { code: 'hash-mismatch' } }] })
    expect(Object.keys(await boardFiles(session))).not.toContain('/a.py')
  })
})
