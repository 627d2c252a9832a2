import { beforeEach, describe, expect, it } from 'vitest'
import { ButtonHold, LEAST_PRESS_MS } from '../../../renderer/boardView/buttonHold'
import { FakeClock } from '../../rig/fakeClock'

describe('a finger on a button', () => {
  let clock: FakeClock
  let seen: boolean[]
  let hold: ButtonHold
  const down = (): boolean => seen.at(-1) ?? false

  beforeEach(() => {
    clock = new FakeClock()
    seen = []
    hold = new ButtonHold(clock, (pressed) => seen.push(pressed))
  })

  it('holds it as long as it is there', async () => {
    hold.press(false, false)
    await clock.advance(5_000)
    expect(seen).toEqual([true])
    hold.release()
    expect(seen).toEqual([true, false])
    expect(clock.pending).toBe(0)
  })

  it('is seen by a program that looks now and then, however short the click was', async () => {
    hold.tap(false)
    await clock.advance(LEAST_PRESS_MS - 1)
    expect(seen).toEqual([true])
    await clock.advance(1)
    expect(seen).toEqual([true, false])
  })

  it('presses twice when it is quick', async () => {
    hold.tap(down())
    await clock.advance(50)
    hold.tap(down())
    await clock.advance(1_000)
    expect(seen).toEqual([true, false, true, false])
  })

  it('may leave a button that was to stay down, which the next press lets go', async () => {
    hold.press(false, true)
    hold.release()
    await clock.advance(1_000)
    expect(seen).toEqual([true])
    hold.press(down(), false)
    hold.release()
    expect(seen).toEqual([true, false])
    expect(clock.pending).toBe(0)
  })

  it('holds and lets go by the small button beside', () => {
    hold.toggle(false)
    hold.toggle(true)
    expect(seen).toEqual([true, false])
  })

  it('doesn’t hold a button down that nobody sees any more', async () => {
    hold.press(false, false)
    hold.leave()
    expect(seen).toEqual([true, false])
    hold.tap(false)
    hold.leave()
    await clock.advance(1_000)
    expect(seen).toEqual([true, false, true, false])
  })

  it('counts a key and the pointer at once as one press', async () => {
    hold.press(false, false)
    hold.press(down(), false)
    hold.release()
    hold.release()
    await clock.advance(1_000)
    expect(seen).toEqual([true, false])
  })
})
