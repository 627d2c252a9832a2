import { expect, it } from 'vitest'
import { FaultyStream } from '../rig/faults/faultyStream'
import { describePlan, planOf } from '../rig/faults/faultPlan'
import { JumpingClock } from '../rig/faults/jumpingClock'

it('a replayed seed is the same plan, and its neighbour another', () => {
  expect(planOf(77)).toEqual(planOf(77))
  expect(describePlan(planOf(77))).not.toBe(describePlan(planOf(78)))
})

it('time jumps to the next deadline when nothing happens, and stands still while the board works', async () => {
  const board = { isQuiet: false }
  const clock = new JumpingClock(() => board.isQuiet)
  const work = new Promise<void>((resolve) => clock.after(60_000, resolve))
  setTimeout(() => {
    expect(clock.monotonic()).toBe(0)
    board.isQuiet = true
  }, 50)
  expect(await clock.drive(work, 120_000)).toBe('settled')
  expect(clock.monotonic()).toBe(60_000)
})

it('work that will never end is seen as that, in no time', async () => {
  const clock = new JumpingClock(() => true)
  const never = new Promise<void>(() => undefined)
  expect(await clock.drive(never, 1_000)).toBe('stuck')
  const tick = (): void => void clock.after(100, tick)
  tick()
  expect(await clock.drive(never, 1_000)).toBe('overdue')
  expect(clock.monotonic()).toBe(1_000)
})

it.each([1, 2, 7, 4_096])('faults strike the same bytes in pieces of %i', async (cut) => {
  const clock = new JumpingClock(() => true)
  const got: number[] = []
  const struck: string[] = []
  const stream = new FaultyStream({
    clock,
    deliver: (bytes) => Promise.resolve(void got.push(...bytes)),
    act: ({ kind }) => void struck.push(`${kind} after ${got.length}`),
  })
  stream.arm([
    { way: 'up', at: 2, kind: 'drop', count: 3 },
    { way: 'up', at: 7, kind: 'double', count: 2 },
    { way: 'up', at: 10, kind: 'corrupt', bits: [1, 128] },
    { way: 'up', at: 14, kind: 'reset' },
  ])
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => i)
  for (let at = 0; at < bytes.length; at += cut) await clock.drive(stream.put(bytes.slice(at, at + cut)), 1_000)
  expect(got).toEqual([0, 1, 5, 6, 7, 8, 7, 8, 9, 11, 139, 12, 13, 14, 15])
  expect(struck).toEqual(['reset after 13'])
})
