import { describe, expect, it } from 'vitest'
import { runningClock } from '../../../renderer/connection/runningClock'
import { Emitter } from '../../../shared/lifecycle'
import { FakeClock } from '../../rig/fakeClock'

function start() {
  const clock = new FakeClock()
  const drawn = new Emitter<void>()
  const startedAt = clock.now()
  const told: number[] = []
  const ticking = runningClock(startedAt, clock, drawn.event, (now) => told.push(now - startedAt))
  return { clock, drawn, told, ticking }
}

describe('the clock of a running program', () => {
  it('goes on when nothing else is drawn', async () => {
    const { clock, told } = start()
    for (let step = 0; step < 7; step++) await clock.advance(500)
    expect(told.map((at) => Math.floor(at / 1_000))).toEqual([0, 1, 2, 3])
  })

  it('is drawn with what is drawn anyway, once a second', async () => {
    const { clock, drawn, told } = start()
    for (let step = 0; step < 12; step++) {
      await clock.advance(250)
      drawn.fire()
    }
    expect(told).toEqual([0, 1_000, 2_000, 3_000])
  })

  it('costs nothing once the program has ended', async () => {
    const { clock, drawn, told, ticking } = start()
    ticking.dispose()
    await clock.advance(5_000)
    drawn.fire()
    expect(told).toEqual([0])
    expect(clock.pending).toBe(0)
  })
})
