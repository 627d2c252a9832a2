import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Wiring, type HardwareChange } from '../../../shared/hardware'
import { Emitter } from '../../../shared/lifecycle'
import { BoardHardware } from '../../../main/virtual/hardware'
import { PinMode, Pull, REGISTER_BYTES, Register, Registers } from '../../../main/virtual/registers'
import { FakeClock } from '../../rig/fakeClock'
import { temporaryFolder } from '../../rig/temporaryFolder'

interface Bench {
  hardware: BoardHardware
  registers: Registers
  clock: FakeClock
  changes: HardwareChange[]
  listen: () => void
  /** As the board's program does it: writes, and says so once until the host has looked. */
  write: (offset: number, value: number) => void
  told: () => number
  losePower: () => void
  file: string
}

async function bench(): Promise<Bench> {
  const registers = new Registers(new SharedArrayBuffer(REGISTER_BYTES), 0)
  const changed = new Emitter<void>()
  const clock = new FakeClock()
  const file = path.join(await temporaryFolder(), 'wiring.json')
  const chip = {
    registers: registers as Registers | undefined,
    isOn: true,
    onHardware: changed.event,
    setInputs: (write: (inputs: Registers) => void) => write(registers),
  }
  const hardware = new BoardHardware(chip, clock, file)
  onTestFinished(() => hardware.dispose())
  const changes: HardwareChange[] = []
  let told = 0
  return {
    hardware,
    registers,
    clock,
    changes,
    listen: () => void hardware.onChange((change) => changes.push(change)),
    write: (offset, value) => {
      registers.byte(offset, value)
      if (registers.byteAt(Register.changed) !== 0) return
      registers.byte(Register.changed, 1)
      told++
      changed.fire()
    },
    told: () => told,
    losePower: () => {
      chip.registers = undefined
      chip.isOn = false
      changed.fire()
    },
    file,
  }
}

describe('the Board view', () => {
  it('gets only what has changed, once a frame at most', async () => {
    const { changes, clock, listen, write } = await bench()
    listen()
    changes.length = 0
    await clock.advance(100)
    for (let i = 0; i < 100; i++) {
      write(Register.mode + 15, PinMode.output)
      write(Register.out + 15, i % 2)
      await clock.advance(1)
    }
    expect(changes.length).toBeGreaterThan(1)
    expect(changes.length).toBeLessThanOrEqual(4)
    for (const { state } of changes) expect(state?.pins?.map(({ id }) => id)).toEqual([15])
  })

  it('shows the last change too, though it came within a frame', async () => {
    const { changes, clock, listen, write } = await bench()
    listen()
    write(Register.mode + 15, PinMode.output)
    write(Register.out + 15, 1)
    await clock.advance(40)
    write(Register.out + 15, 0)
    await clock.advance(40)
    expect(changes.at(-1)?.state?.pins).toEqual([{ id: 15, use: 'output', pull: 'none', level: 0 }])
  })

  it('costs nothing while nobody looks, and nothing while nothing changes', async () => {
    const { clock, listen, told, write } = await bench()
    for (let i = 0; i < 100; i++) write(Register.out + 15, i % 2)
    expect([told(), clock.pending]).toEqual([1, 0])
    listen()
    await clock.advance(1_000)
    expect(clock.pending).toBe(0)
  })

  it('is true at every moment when it is asked for', async () => {
    const { hardware, write } = await bench()
    write(Register.mode + 4, PinMode.input)
    write(Register.pull + 4, Pull.up)
    expect(hardware.get().state.pins[4]).toEqual({ id: 4, use: 'input', pull: 'up', level: 1 })
  })

  it('shows a board without power as dark', async () => {
    const { changes, clock, hardware, listen, losePower, write } = await bench()
    listen()
    write(Register.mode + 15, PinMode.output)
    write(Register.out + 15, 1)
    await clock.advance(40)
    losePower()
    await clock.advance(40)
    expect(changes.at(-1)).toEqual({ state: { powered: false, pins: [{ id: 15, use: 'none', pull: 'none', level: 0 }] } })
    expect(hardware.get().state.powered).toBe(false)
  })

  it('shows PWM, what a converter measures, the strip and the display', async () => {
    const { hardware, registers } = await bench()
    registers.byte(Register.mode + 13, PinMode.pwm)
    registers.word(Register.frequency + 4 * 13, 440)
    registers.half(Register.duty + 2 * 13, 65_535)
    registers.byte(Register.mode + 26, PinMode.analog)
    hardware.setInputs({ knob: 1 })
    registers.byte(Register.pixelPin, 22)
    registers.half(Register.pixelCount, 2)
    registers.put(Register.pixels, Uint8Array.of(255, 128, 1, 0, 0, 2))
    registers.put(Register.displayWidth, Uint8Array.of(8, 8, 1, 255, 7))
    const { state } = hardware.get()
    expect(state.pins[13]).toEqual({ id: 13, use: 'pwm', pull: 'none', level: 1, frequency: 440, duty: 1 })
    expect(state.pins[26]).toEqual({ id: 26, use: 'analog', pull: 'none', level: 0, measured: 1 })
    expect(state.strip).toEqual({ pin: 22, colours: [0xff8001, 2] })
    expect(state.display).toEqual({
      width: 8,
      height: 8,
      on: true,
      inverted: false,
      contrast: 1,
      picture: Uint8Array.of(7, 0, 0, 0, 0, 0, 0, 0),
    })
  })
})

describe('a button', () => {
  it.each([
    ['pulls its pin low', Pull.up, 1, 0],
    ['pulls its pin high where the program asked for a pull-down', Pull.down, 0, 1],
    ['works without a pull too', Pull.none, 1, 0],
  ])('%s', async (_name, pull, released, pressed) => {
    const { hardware, registers } = await bench()
    registers.byte(Register.mode + 14, PinMode.input)
    registers.byte(Register.pull + 14, pull)
    expect(hardware.get().state.pins[14]?.level).toBe(released)
    hardware.setInputs({ buttonA: true })
    expect(hardware.get().state.pins[14]?.level).toBe(pressed)
  })
})

describe('the wiring', () => {
  it('moves a button to another pin, and is there again after a restart', async () => {
    const { file, hardware, registers } = await bench()
    await hardware.wire({ ...Wiring.parse({}), buttonA: 9 })
    registers.byte(Register.mode + 9, PinMode.input)
    hardware.setInputs({ buttonA: true })
    expect(hardware.get().state.pins[9]?.level).toBe(0)
    const chip = { registers, isOn: true, onHardware: new Emitter<void>().event, setInputs: () => undefined }
    const later = new BoardHardware(chip, new FakeClock(), file)
    await later.load()
    expect(later.get().wiring.buttonA).toBe(9)
  })

  it('refuses two parts on one pin, and stays as it was', async () => {
    const { hardware } = await bench()
    await expect(hardware.wire({ ...Wiring.parse({}), buttonA: 15 })).rejects.toMatchObject({ code: 'exists' })
    expect(hardware.get().wiring).toEqual(Wiring.parse({}))
  })
})
