import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bridge } from '../../../shared/contract/bridge'
import { AppError } from '../../../shared/errors'
import { type Hardware, type HardwareChange, HardwareInputs, type PinState, restingHardware, Wiring } from '../../../shared/hardware'
import { type Disposable, Emitter } from '../../../shared/lifecycle'
import { setInputs, watchHardware, wire } from '../../../renderer/actions/hardwareActions'
import { setBridge } from '../../../renderer/bridge/bridge'
import { useHardware } from '../../../renderer/stores/hardwareStore'
import { useNotices } from '../../../renderer/stores/noticesStore'
import { settle } from '../../rig/fakeClock'

const resting = (): Hardware => ({ state: restingHardware(true), inputs: HardwareInputs.parse({}), wiring: Wiring.parse({}) })
const lit: PinState = { id: 25, use: 'output', pull: 'none', level: 1 }

/** A main process whose answers come when the test says so. */
class SlowMain {
  readonly asked: { name: string; params: unknown; answer: (result: unknown) => void; refuse: (error: AppError) => void }[] = []
  readonly changed = new Emitter<{ change: HardwareChange }>()
  readonly lost = new Emitter<boolean>()

  constructor() {
    setBridge({
      request: (name: string, params: unknown) =>
        new Promise<unknown>((answer, refuse) => this.asked.push({ name, params, answer, refuse })),
      on: (name: string, listener: (payload: never) => void) => {
        expect(name).toBe('hardware.changed')
        return this.changed.event(listener as (payload: { change: HardwareChange }) => void)
      },
      onLost: (listener: (lost: boolean) => void) => this.lost.event(listener),
    } as unknown as Bridge)
  }

  names(): string[] {
    return this.asked.map(({ name }) => name)
  }

  async answer(at: number, result: unknown = null): Promise<void> {
    this.asked[at]?.answer(result)
    await settle()
  }
}

describe('the watched board', () => {
  let main: SlowMain
  let watched: Disposable | null = null

  beforeEach(() => {
    main = new SlowMain()
    useHardware.setState({ ...resting(), wanted: {} })
    useNotices.setState({ notices: [] })
  })

  afterEach(() => {
    watched?.dispose()
    watched = null
  })

  const led = (): PinState | undefined => useHardware.getState().state.pins[25]

  it('shows a change that overtook the first picture', async () => {
    watched = watchHardware()
    main.changed.fire({ change: { state: { pins: [lit] } } })
    await main.answer(0, resting())
    expect(led()).toEqual(lit)
  })

  it('asks again when the connection is back, and takes that for the truth', async () => {
    watched = watchHardware()
    await main.answer(0, resting())
    main.changed.fire({ change: { state: { pins: [lit] } } })
    expect(led()?.level).toBe(1)
    main.lost.fire(true)
    main.lost.fire(false)
    expect(main.names()).toEqual(['hardware.watch', 'hardware.watch'])
    await main.answer(1, resting())
    expect(led()?.level).toBe(0)
  })

  it('costs main nothing when it is not shown any more', async () => {
    watchHardware().dispose()
    expect(main.names()).toEqual(['hardware.watch', 'hardware.unwatch'])
    main.changed.fire({ change: { state: { pins: [lit] } } })
    await main.answer(0, { ...resting(), state: { ...resting().state, pins: [] } })
    expect(led()?.level).toBe(0)
  })

  it('says so when main can’t show it, but not for a connection that is being mended', async () => {
    watched = watchHardware()
    main.asked[0]?.refuse(new AppError('connection-lost', 'gone'))
    await settle()
    expect(useNotices.getState().notices).toEqual([])
    main.lost.fire(false)
    main.asked[1]?.refuse(new AppError('internal', 'broken'))
    await settle()
    expect(useNotices.getState().notices).toMatchObject([{ text: 'broken' }])
  })
})

describe('what the user does to the board', () => {
  let main: SlowMain

  beforeEach(() => {
    main = new SlowMain()
    useHardware.setState({ ...resting(), wanted: {} })
    useNotices.setState({ notices: [] })
  })

  it('follows a fast hand on the knob with the newest place only', async () => {
    for (const knob of [0.1, 0.2, 0.3, 0.4]) setInputs({ knob })
    expect(main.asked.map(({ params }) => params)).toEqual([{ inputs: { knob: 0.1 } }])
    expect(useHardware.getState().wanted).toEqual({ knob: 0.4 })
    await main.answer(0)
    expect(main.asked[1]?.params).toEqual({ inputs: { knob: 0.4 } })
    await main.answer(1)
    expect(useHardware.getState()).toMatchObject({ inputs: { knob: 0.4 }, wanted: {} })
  })

  it('never loses a press, however slow main is', async () => {
    setInputs({ knob: 0.9 })
    for (const buttonA of [true, false, true, false]) setInputs({ buttonA })
    for (let at = 0; at < 5; at++) await main.answer(at)
    expect(main.asked.map(({ params }) => params)).toEqual([
      { inputs: { knob: 0.9 } },
      { inputs: { buttonA: true } },
      { inputs: { buttonA: false } },
      { inputs: { buttonA: true } },
      { inputs: { buttonA: false } },
    ])
  })

  it('goes back to what is so when main refuses', async () => {
    setInputs({ knob: 0.9 })
    main.asked[0]?.refuse(new AppError('internal', 'no'))
    await settle()
    expect(useHardware.getState()).toMatchObject({ inputs: { knob: 0.5 }, wanted: {} })
    expect(useNotices.getState().notices).toHaveLength(1)
    setInputs({ knob: 0.2 })
    expect(main.asked).toHaveLength(2)
    await main.answer(1)
  })

  it('says why a part stays on its pin', async () => {
    const wiring = { ...resting().wiring, redLed: 2 }
    const done = wire(wiring)
    main.asked[0]?.refuse(new AppError('exists', 'Two parts can’t be on one pin.'))
    expect(await done).toBe(false)
    expect(useHardware.getState().wiring.redLed).toBe(15)
    expect(useNotices.getState().notices).toMatchObject([{ text: 'Two parts can’t be on one pin.' }])
  })
})
