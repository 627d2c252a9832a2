import { expect, test } from 'vitest'
import { SignalLines } from '../../../main/transport/signalLines'

/** A port that notes how its lines are set. */
function port(get: () => Promise<unknown> = () => Promise.resolve({})) {
  const sets: unknown[] = []
  const open = {
    sets,
    read: () => Promise.reject(new Error('not here')),
    write: () => Promise.resolve(),
    set: (lines: unknown) => {
      sets.push(lines)
      return Promise.resolve()
    },
    get,
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  return open
}

test('moving one line leaves the others as they are, so that a reset does not move DTR as well', async () => {
  const open = port()
  const lines = await SignalLines.of(open, 'linux')
  expect(open.sets).toEqual([])
  await lines.set({ rts: false })
  await lines.set({ break: true })
  await lines.set({ dtr: false, rts: true })
  expect(open.sets).toEqual([
    { dtr: true, rts: false, brk: false },
    { dtr: true, rts: false, brk: true },
    { dtr: false, rts: true, brk: true },
  ])
})

test('on Windows the lines begin low, as the serial library opens the port', async () => {
  const open = port()
  await (await SignalLines.of(open, 'win32')).set({ dtr: true })
  expect(open.sets).toEqual([{ dtr: true, rts: false, brk: false }])
})

test('a port that answered and no longer does has vanished; one that never answered has not', async () => {
  let there = true
  const lines = await SignalLines.of(
    port(() => (there ? Promise.resolve({}) : Promise.reject(new Error('gone')))),
    'win32',
  )
  expect(await lines.answer()).toBe(true)
  there = false
  expect(await lines.answer()).toBe(false)
  expect(await (await SignalLines.of(port(() => Promise.reject(new Error('none'))))).answer()).toBe(true)
})
