import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryPath } from '../../main/protocol/temporaryName'
import { type Cable, serialCable, virtualCable } from '../rig/sessionCables'
import { boardFiles, longText, putOnBoard } from '../rig/syncFolder'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('what an interrupted save leaves on the board', () => {
  let cable: Cable

  afterEach(async () => {
    await cable.dispose()
  })

  describe('on a serial port', () => {
    beforeEach(async () => {
      cable = await serialCable()
    })

    it('is found when the board is back, and the save is finished from what is kept here', async () => {
      const { bench } = cable
      const session = await cable.openReady()
      await session.writeFile('/log.txt', bytesOf('old'), 'refuse')
      const text = longText(1, 250_000)
      const saving = session.writeFile('/log.txt', bytesOf(text), 'refuse')
      saving.catch(() => undefined)
      await bench.until(() => {
        const { state } = session.snapshot()
        return state.kind === 'working' && (state.job.progress?.done ?? 0) > 20_000
      }, 'some of the file to be sent')
      await cable.pull()
      await expect(saving).rejects.toMatchObject({ code: 'port-gone' })
      await cable.plugIn()
      await bench.reach(session, 'attached')
      await session.getPrompt()
      await session.list('/', 'refuse')
      const copy = temporaryPath('/log.txt')
      expect(session.snapshot().leftovers).toMatchObject([{ path: copy, target: '/log.txt', canResume: true }])
      expect(await session.files.leftovers.repair([copy], 'resume', 'refuse')).toEqual([])
      expect(await boardFiles(session)).toMatchObject({ '/log.txt': text })
      expect(Object.keys(await boardFiles(session))).not.toContain(copy)
      expect(session.snapshot().leftovers).toEqual([])
    })
  })

  describe('by another program', () => {
    beforeEach(async () => {
      cable = await virtualCable()
    })

    it('is named with the file that it belongs to, can’t be finished, and is removed or kept as told', async () => {
      const session = await cable.openReady()
      const [mine, other] = [temporaryPath('/main.py'), '/.pb-00000000.tmp']
      await putOnBoard(session, { '/main.py': 'x', [mine]: 'half', [other]: 'half' })
      await session.list('/', 'refuse')
      expect(session.snapshot().leftovers).toEqual(
        expect.arrayContaining([
          { path: mine, size: 4, target: '/main.py', canResume: false },
          { path: other, size: 4, canResume: false },
        ]),
      )
      await expect(session.files.leftovers.repair([mine], 'resume', 'refuse')).rejects.toMatchObject({ code: 'not-available' })
      expect(await session.files.leftovers.repair([other], 'keep', 'refuse')).toHaveLength(1)
      expect(await session.files.leftovers.repair([mine], 'remove', 'refuse')).toEqual([])
      await session.list('/', 'refuse')
      expect(session.snapshot().leftovers).toEqual([])
      expect(Object.keys(await boardFiles(session))).toEqual(expect.arrayContaining(['/main.py', other]))
      expect(Object.keys(await boardFiles(session))).not.toContain(mine)
    })
  })
})
