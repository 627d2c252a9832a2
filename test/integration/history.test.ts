import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardSession } from '../../main/board/boardSession'
import { HistoryStore } from '../../main/history/historyStore'
import { systemClock } from '../../shared/clock'
import { defaultSettings } from '../../shared/settings'
import type { SessionBench } from '../rig/sessionBench'
import { type Cable, virtualCable } from '../rig/sessionCables'
import { boardFiles, putOnBoard } from '../rig/syncFolder'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the history of a board', () => {
  let cable: Cable
  let bench: SessionBench
  let session: BoardSession

  beforeEach(async () => {
    cable = await virtualCable()
    bench = cable.bench
    session = await cable.openReady()
  })

  afterEach(async () => {
    await cable.dispose()
  })

  const versionsOf = async (file: string): Promise<string[]> => {
    const { board } = await session.files.history.state()
    const versions = await bench.history.versions(board, file)
    return Promise.all(
      versions.map(async ({ sha256 }) => new TextDecoder().decode((await bench.history.read(sha256)) ?? bytesOf('not kept'))),
    )
  }

  it('every version that a save replaced can be brought back, also the one that another program wrote', async () => {
    await putOnBoard(session, { '/a.py': 'theirs' })
    expect(await session.writeFile('/a.py', bytesOf('first'), 'refuse')).not.toHaveProperty('notKept')
    await session.writeFile('/a.py', bytesOf('second'), 'refuse')
    expect(await versionsOf('/a.py')).toEqual(['second', 'first', 'theirs'])
    const { board } = await session.files.history.state()
    const oldest = (await bench.history.versions(board, '/a.py')).at(-1)
    await session.remove(['/a.py'], 'refuse')
    expect((await bench.history.files(board)).find((file) => file.path === '/a.py')).toMatchObject({ deleted: true, versions: 3 })
    await session.files.history.restoreFile(oldest?.sha256 ?? '', '/again/deep/a.py', 'refuse')
    expect(await boardFiles(session, '/again')).toEqual({ '/again/deep/a.py': 'theirs' })
    await expect(session.files.history.restoreFile('0'.repeat(64), '/x.py', 'refuse')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('what is deleted with its folder is kept', async () => {
    await putOnBoard(session, { '/app/one.py': '1', '/app/deep/two.py': '2' })
    expect(await session.remove(['/app'], 'refuse')).toEqual([])
    expect([await versionsOf('/app/one.py'), await versionsOf('/app/deep/two.py')]).toEqual([['1'], ['2']])
  })

  it('a version that is too large for it is told, and the save goes on', async () => {
    bench.settings = { ...defaultSettings, historyFileLimit: 1 }
    await putOnBoard(session, { '/big.txt': 'x'.repeat(3_000), '/big2.txt': 'y'.repeat(2_000) })
    const saved = await session.writeFile('/big.txt', bytesOf('new'), 'refuse')
    expect(saved).toMatchObject({ proven: true, notKept: { path: '/big.txt', size: 3_000, why: 'too-large' } })
    expect(await session.remove(['/big2.txt'], 'refuse')).toEqual([{ path: '/big2.txt', size: 2_000, why: 'too-large' }])
  })

  it('a computer that can’t keep it is told of, and the save goes on', async () => {
    await putOnBoard(session, { '/a.py': 'old' })
    await mkdir(bench.data, { recursive: true })
    await rm(path.join(bench.data, 'history'), { recursive: true, force: true })
    await writeFile(path.join(bench.data, 'history'), 'a file where the folder should be')
    const saved = await session.writeFile('/a.py', bytesOf('new'), 'refuse')
    expect(saved).toMatchObject({ proven: true, notKept: { path: '/a.py', why: 'disk' } })
    expect(await boardFiles(session)).toMatchObject({ '/a.py': 'new' })
  })

  it('switched off it keeps nothing and asks the board nothing', async () => {
    bench.settings = { ...defaultSettings, history: false }
    await putOnBoard(session, { '/a.py': 'old' })
    await session.writeFile('/a.py', bytesOf('new'), 'refuse')
    await session.remove(['/a.py'], 'refuse')
    expect(await bench.history.boards()).toEqual([])
    await expect(session.files.history.take('refuse')).rejects.toMatchObject({ code: 'not-available' })
  })

  it('all files of a board can be taken at once, and the whole board comes back as it was', async () => {
    await putOnBoard(session, { '/a.py': '1', '/lib/b.py': '2' })
    await session.files.history.answer('yes')
    const taken = await session.files.history.take('refuse')
    expect(taken).toMatchObject({ notKept: [] })
    expect((await session.files.history.take('refuse')).read).toBe(0)
    const before = await boardFiles(session)
    await session.run('harm.py', 'import os\nos.remove("/lib/b.py")\nos.rmdir("/lib")\nopen("/a.py", "w").close()\n', 'refuse')
    await putOnBoard(session, { '/junk.txt': 'z' })
    const { board, keepAll } = await session.files.history.state()
    expect(keepAll).toBe('yes')
    const [snapshot] = await bench.history.snapshots(board)
    expect(snapshot).toMatchObject({ cause: 'listing', missing: 0 })
    const plan = await session.files.sync.planSnapshot(board, snapshot?.id ?? '', '/', 'mirror', 'refuse')
    expect(await session.files.sync.carryOut(plan.id, [], 'refuse')).toMatchObject({ ended: 'done', left: [], notKept: [] })
    expect(await boardFiles(session)).toEqual(before)
    expect(await versionsOf('/junk.txt')).toEqual(['z'])
  })

  it('it is found again by another run of the app, and forgotten when the user says so', async () => {
    await session.writeFile('/a.py', bytesOf('1'), 'refuse')
    const { board } = await session.files.history.state()
    const later = new HistoryStore(path.join(bench.data, 'history'), systemClock, () => defaultSettings)
    expect((await later.boards()).map(({ key }) => key)).toEqual([board])
    expect(await later.versions(board, '/a.py')).toMatchObject([{ size: 1, kept: true, cause: 'saved' }])
    await later.forget(board)
    expect([await later.versions(board, '/a.py'), await later.boards()]).toEqual([[], []])
  })
})
