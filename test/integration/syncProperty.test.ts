import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardSession } from '../../main/board/boardSession'
import type { SyncAction, SyncLine } from '../../shared/sync'
import { Chance } from '../rig/faults/chance'
import { type Cable, virtualCable } from '../rig/sessionCables'
import { type Files, boardFiles, putOnBoard, readFiles, removeFile, writeFiles } from '../rig/syncFolder'
import { temporaryFolder } from '../rig/temporaryFolder'

const NAMES = ['a.py', 'b.py', 'lib/a.py', 'lib/deep/c.txt', 'data/d.csv', 'ü "e".txt']
const ROUNDS = 4

/** One of several. */
const pick = <T>(chance: Chance, from: readonly T[]): T => {
  const picked = from[Math.floor(chance.next() * from.length)]
  if (picked === undefined) throw new Error('Nothing to pick from')
  return picked
}

/** What a user may choose so that both sides are the same afterwards. */
const settling = ({ here, board, choices }: SyncLine): SyncAction[] =>
  choices.filter((action) => action !== 'keep' && (action !== 'delete' || (here === null && board?.kind === 'file')))

describe('after any edits on both sides', () => {
  let cable: Cable
  let session: BoardSession

  beforeEach(async () => {
    cable = await virtualCable()
    session = await cable.openReady()
  })

  afterEach(async () => {
    await cable.dispose()
  })

  /** Changes some files on one side, each to contents that were never there before. */
  async function edit(
    chance: Chance,
    label: string,
    now: Files,
    write: (files: Files) => Promise<void>,
    remove: (name: string) => Promise<void>,
  ): Promise<void> {
    const changed: Files = {}
    for (const name of NAMES) {
      const luck = chance.next()
      if (luck < 0.35) changed[name] = `${label} ${name} ${chance.next()}`
      else if (luck < 0.5 && now[name] !== undefined) await remove(name)
    }
    await write(changed)
  }

  it.each([1, 2, 3, 4])('no version is lost by a sync, and the next plan finds both sides the same (seed %i)', async (seed) => {
    const chance = new Chance(seed)
    const folder = await temporaryFolder()
    await cable.workspace.grant(folder)
    const to = `/seed${seed}`
    const onBoard = async (): Promise<Files> => {
      const there = (await session.list('/', 'refuse')).entries.some(({ path }) => path === to)
      const files = there ? await boardFiles(session, to) : {}
      return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(to.length + 1), text]))
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      await edit(
        chance,
        `here ${round}`,
        await readFiles(folder),
        (files) => writeFiles(folder, files),
        (name) => removeFile(folder, name),
      )
      await edit(
        chance,
        `board ${round}`,
        await onBoard(),
        (files) => putOnBoard(session, Object.fromEntries(Object.entries(files).map(([name, text]) => [`${to}/${name}`, text]))),
        (name) => session.run('del.py', `import os\nos.remove(${JSON.stringify(`${to}/${name}`)})\n`, 'refuse').then(() => undefined),
      )
      const before = [...Object.entries(await readFiles(folder)), ...Object.entries(await onBoard())]
      const plan = await session.files.sync.planFolder(folder, to, 'both', 'refuse')
      const choices = plan.lines
        .filter(({ status }) => status !== 'same')
        .map((line) => ({ path: line.path, action: pick(chance, settling(line)) }))
      const result = await session.files.sync.carryOut(plan.id, choices, 'refuse')
      expect(result).toMatchObject({ ended: 'done', left: [], notKept: [], unproven: [] })
      const [here, board] = [await readFiles(folder), await onBoard()]
      expect(here).toEqual(board)
      for (const [name, text] of before) {
        if (here[name] === text) continue
        const kept = await cable.bench.history.read(createHash('sha256').update(text).digest('hex'))
        expect(kept, `${name} in round ${round}`).toBeDefined()
      }
      const next = await session.files.sync.planFolder(folder, to, 'both', 'refuse')
      expect(next.lines.filter(({ status }) => status !== 'same')).toEqual([])
      expect(next.lastSync).not.toBeNull()
    }
  })
})
