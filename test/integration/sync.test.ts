import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardSession } from '../../main/board/boardSession'
import type { SyncMode, SyncPlan } from '../../shared/sync'
import type { SessionBench } from '../rig/sessionBench'
import { type Cable, virtualCable } from '../rig/sessionCables'
import { boardFiles, longText, putOnBoard, readFiles, removeFile, writeFiles } from '../rig/syncFolder'
import { temporaryFolder } from '../rig/temporaryFolder'

/** What a plan says, a line each. */
const told = ({ lines }: SyncPlan): string[] => lines.map(({ path, status, action }) => `${path}: ${status}, ${action}`)

describe('a folder and a board that are synced', () => {
  let cable: Cable
  let bench: SessionBench
  let session: BoardSession
  let folder: string

  beforeEach(async () => {
    cable = await virtualCable()
    bench = cable.bench
    session = await cable.openReady()
    folder = await temporaryFolder()
    await cable.workspace.grant(folder)
    await session.run('clean.py', 'import os\nfor e in os.ilistdir("/"):\n  if e[1] == 0x8000:\n    os.remove("/" + e[0])\n', 'refuse')
  })

  afterEach(async () => {
    await cable.dispose()
  })

  const plan = (mode: SyncMode, to = '/'): Promise<SyncPlan> => session.files.sync.planFolder(folder, to, mode, 'refuse')

  it('the first plan names what is on which side, copies what is only here, and deletes nothing', async () => {
    await writeFiles(folder, { 'main.py': 'new', 'lib/a.py': 'a', 'same.txt': 'same', '.git/config': 'x', 'lib/b.pyc': 'x' })
    await writeFiles(folder, { '.perfboardignore': '/notes.txt\n', 'notes.txt': 'not for the board' })
    await putOnBoard(session, { '/main.py': 'old', '/same.txt': 'same', '/data.csv': '1,2', '/log/1.txt': 'x' })
    const first = await plan('upload')
    expect(told(first)).toEqual([
      'data.csv: only-on-board, keep',
      'lib: only-here, upload',
      'lib/a.py: only-here, upload',
      'log: only-on-board, keep',
      'log/1.txt: only-on-board, keep',
      'main.py: different, upload',
      'same.txt: same, keep',
    ])
    expect(first).toMatchObject({ lastSync: null, excluded: 4, hashed: true })
    const result = await session.files.sync.carryOut(first.id, [], 'refuse')
    expect(result).toMatchObject({ ended: 'done', uploaded: 2, proven: 2, unproven: [], removed: 0, left: [], notKept: [], same: 1 })
    expect(await boardFiles(session)).toEqual({
      '/main.py': 'new',
      '/lib/a.py': 'a',
      '/same.txt': 'same',
      '/data.csv': '1,2',
      '/log/1.txt': 'x',
    })
    const second = await plan('upload')
    expect(told(second).filter((line) => !line.endsWith('keep'))).toEqual([])
    const { board } = await session.files.history.state()
    const versions = await bench.history.versions(board, '/main.py')
    expect(versions.map(({ cause, kept }) => [cause, kept])).toEqual([
      ['saved', true],
      ['seen', true],
    ])
    expect(new TextDecoder().decode(await bench.history.read(versions[1]?.sha256 ?? ''))).toBe('old')
  })

  it('what changed on which side since the last time is told apart, and two changes of one file are asked about', async () => {
    await writeFiles(folder, { 'a.py': '1', 'b.py': '1', 'c.py': '1', 'd.py': '1', 'e.py': '1' })
    await session.files.sync.carryOut((await plan('upload')).id, [], 'refuse')
    await writeFiles(folder, { 'a.py': '2', 'c.py': '2 here' })
    await removeFile(folder, 'd.py')
    await putOnBoard(session, { '/b.py': '2', '/c.py': '2 on the board' })
    await session.run('del.py', 'import os\nos.remove("/e.py")\n', 'refuse')
    const again = await plan('both')
    expect(told(again)).toEqual([
      'a.py: changed-here, upload',
      'b.py: changed-on-board, download',
      'c.py: conflict, ask',
      'd.py: deleted-here, ask',
      'e.py: deleted-on-board, ask',
    ])
    expect(again.lastSync).not.toBeNull()
    const result = await session.files.sync.carryOut(again.id, [{ path: 'd.py', action: 'delete' }], 'refuse')
    expect(result).toMatchObject({ ended: 'done', uploaded: 1, downloaded: 1, removed: 1, left: [{ path: 'c.py' }, { path: 'e.py' }] })
    expect(await readFiles(folder)).toEqual({ 'a.py': '2', 'b.py': '2', 'c.py': '2 here', 'e.py': '1' })
    expect(await boardFiles(session)).toEqual({ '/a.py': '2', '/b.py': '2', '/c.py': '2 on the board' })
    expect(told(await plan('both'))).toEqual(['a.py: same, keep', 'b.py: same, keep', 'c.py: conflict, ask', 'e.py: deleted-on-board, ask'])
  })

  it('a mirror deletes what only the board has, with its folders, and the history keeps it', async () => {
    await writeFiles(folder, { 'main.py': 'x' })
    await putOnBoard(session, { '/app/old.py': 'gone soon', '/app/deep/er.py': 'y' })
    const mirror = await plan('mirror')
    await session.files.sync.carryOut(mirror.id, [], 'refuse')
    expect(await boardFiles(session)).toEqual({ '/main.py': 'x' })
    expect((await session.list('/', 'refuse')).entries.map(({ name }) => name)).toEqual(['main.py'])
    const { board } = await session.files.history.state()
    const [snapshot] = await bench.history.snapshots(board)
    expect(snapshot).toMatchObject({ cause: 'before-sync', files: 2, missing: 0 })
    const back = await session.files.sync.planSnapshot(board, snapshot?.id ?? '', '/', 'upload', 'refuse')
    expect(await session.files.sync.carryOut(back.id, [], 'refuse')).toMatchObject({ ended: 'done', uploaded: 2, proven: 2 })
    expect(await boardFiles(session)).toEqual({ '/main.py': 'x', '/app/old.py': 'gone soon', '/app/deep/er.py': 'y' })
  })

  it('a plan that is not true any more is not carried out', async () => {
    await writeFiles(folder, { 'a.py': 'new', 'b.py': 'new' })
    await putOnBoard(session, { '/a.py': 'old', '/b.py': 'old' })
    const first = await plan('upload')
    await putOnBoard(session, { '/b.py': 'newer' })
    await expect(session.files.sync.carryOut(first.id, [], 'refuse')).rejects.toMatchObject({
      code: 'changed-elsewhere',
      details: { path: 'b.py' },
    })
    await writeFiles(folder, { 'a.py': 'newest' })
    const second = await plan('upload')
    await writeFiles(folder, { 'a.py': 'newest of all' })
    await expect(session.files.sync.carryOut(second.id, [], 'refuse')).rejects.toMatchObject({
      code: 'changed-elsewhere',
      details: { path: 'a.py' },
    })
    expect(await boardFiles(session)).toEqual({ '/a.py': 'old', '/b.py': 'newer' })
  })

  it('what does not fit is refused before anything is written', async () => {
    await writeFiles(folder, { 'small.py': 'x', 'large.bin': 'x'.repeat(8_000_000) })
    const large = await plan('upload')
    await expect(session.files.sync.carryOut(large.id, [], 'refuse')).rejects.toMatchObject({ code: 'no-space' })
    expect(await boardFiles(session)).toEqual({})
    const some = await session.files.sync.carryOut(large.id, [{ path: 'large.bin', action: 'keep' }], 'refuse')
    expect(some).toMatchObject({ ended: 'done', uploaded: 1, kept: 1 })
  })

  it('a program that runs is stopped for it and runs again afterwards, where the user says so', async () => {
    await writeFiles(folder, { 'a.py': '1' })
    const running = session.run('loop.py', 'print("begins")\nwhile True:\n  pass\n', 'refuse')
    const begun = (times: number): Promise<void> =>
      bench.until(() => bench.screen.split('begins').length > times, `the program to begin for the ${times}. time`)
    await begun(1)
    await expect(plan('upload')).rejects.toMatchObject({ code: 'needs-prompt' })
    const stopped = await session.files.sync.planFolder(folder, '/', 'upload', 'restart')
    await running
    await begun(2)
    expect(await session.files.sync.carryOut(stopped.id, [], 'restart')).toMatchObject({ ended: 'done', uploaded: 1 })
    await begun(3)
    await session.stop()
  })

  it('a card in the root is no part of the board’s own files: no mirror deletes what is on it', async () => {
    await writeFiles(folder, { 'main.py': 'x' })
    await putOnBoard(session, { '/sd/photos/1.txt': 'precious', '/lib/sd/driver.py': 'd' })
    const mirror = await plan('mirror')
    expect(told(mirror)).toEqual([
      'lib: only-on-board, delete',
      'lib/sd: only-on-board, delete',
      'lib/sd/driver.py: only-on-board, delete',
      'main.py: only-here, upload',
    ])
    await session.files.sync.carryOut(mirror.id, [], 'refuse')
    expect(await boardFiles(session)).toEqual({ '/main.py': 'x', '/sd/photos/1.txt': 'precious' })
  })

  it('called off in the middle it says what was done, and every file is whole', async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`f${index}.txt`, longText(index, 30_000)]))
    await writeFiles(folder, files)
    const all = await plan('upload')
    const doing = session.files.sync.carryOut(all.id, [], 'refuse')
    await bench.until(() => {
      const { state } = session.snapshot()
      return state.kind === 'working' && state.job.progress?.unit === 'bytes' && state.job.progress.done > 60_000
    }, 'some of the files to be sent')
    await session.stop()
    const result = await doing
    expect(result.ended).toBe('cancelled')
    expect(result.uploaded).toBeGreaterThan(0)
    expect(result.uploaded + result.left.length).toBe(12)
    const there = await boardFiles(session)
    expect(Object.keys(there)).toHaveLength(result.uploaded)
    for (const [path, text] of Object.entries(there)) expect(text).toBe(files[path.slice(1)])
    const rest = await plan('upload')
    expect(rest.lines.filter(({ status }) => status === 'same')).toHaveLength(result.uploaded)
    expect(await session.files.sync.carryOut(rest.id, [], 'refuse')).toMatchObject({ ended: 'done', uploaded: result.left.length })
  })
})
