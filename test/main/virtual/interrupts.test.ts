import { describe, expect, it } from 'vitest'
import { AlwaysOn, ResetCause, thisInstant } from '../../../main/virtual/alwaysOn'
import { BoardAlarms } from '../../../main/virtual/boardAlarms'
import { CallQueue } from '../../../main/virtual/callQueue'
import { SCHEDULER_IDLE, SCHEDULER_PENDING, SCHEDULER_QUEUE, SCHEDULER_STATE } from '../../../main/virtual/firmware'
import { GuestMemory } from '../../../main/virtual/guestMemory'
import { Interrupts } from '../../../main/virtual/interrupts'
import { Edge, REGISTER_BYTES, Register, Registers } from '../../../main/virtual/registers'
import { FakeClock } from '../../rig/fakeClock'

const LOCKED = 0xffff
const HOUR_MS = 3_600_000

interface Bench {
  interrupts: Interrupts
  registers: Registers
  memory: GuestMemory
  alwaysOn: AlwaysOn
  /** The functions in the firmware's queue. */
  queued: () => number[]
  /** How often the host was told. */
  told: () => number
}

function bench(): Bench {
  const shared = new SharedArrayBuffer(262_144)
  const memory = new GuestMemory(() => shared)
  memory.half(SCHEDULER_STATE, SCHEDULER_IDLE)
  const registers = new Registers(new SharedArrayBuffer(REGISTER_BYTES), 0)
  const alwaysOn = new AlwaysOn()
  alwaysOn.powerUp(new Date())
  let told = 0
  return {
    interrupts: new Interrupts(new CallQueue(memory), registers, alwaysOn, () => told++),
    registers,
    memory,
    alwaysOn,
    queued: () => Array.from({ length: memory.byteAt(SCHEDULER_QUEUE.length) }, (_, i) => memory.wordAt(SCHEDULER_QUEUE.entries + 8 * i)),
    told: () => told,
  }
}

const call = (callback: number): { callback: number; argument: number } => ({ callback, argument: 6 })

describe('a timer of the board', () => {
  it('is called once when it is due, and forgotten when it was to run once', () => {
    const { alwaysOn, interrupts, memory, queued } = bench()
    interrupts.startTimer(16, 0, false, call(100))
    expect(interrupts.due).toBeLessThanOrEqual(0)
    interrupts.queueDue()
    expect(queued()).toEqual([100])
    expect(memory.halfAt(SCHEDULER_STATE)).toBe(SCHEDULER_PENDING)
    expect(alwaysOn.interruptAt).toBe(Infinity)
    expect(interrupts.freeTimer(16)).toBe(16)
  })

  it('that is late has one call waiting, not many, and keeps its beat', () => {
    const { alwaysOn, interrupts, queued } = bench()
    interrupts.startTimer(0, 0.001, true, call(100))
    for (let i = 0; i < 1_000; i++) interrupts.queueDue()
    expect(queued()).toEqual([100])
    expect(alwaysOn.interruptAt).toBeGreaterThan(thisInstant() - 1_000)
  })

  it('that runs once waits for room in a full queue', () => {
    const { interrupts, memory, queued } = bench()
    for (const number of [1, 2, 3, 4, 5]) interrupts.startTimer(number, 0, false, call(number))
    interrupts.queueDue()
    expect(queued().sort()).toEqual([1, 2, 3, 4])
    memory.byte(SCHEDULER_QUEUE.length, 0)
    interrupts.queueDue()
    expect(queued()).toEqual([5])
  })

  it('does not wake the board while a callback runs, or while interrupts are off', () => {
    const { alwaysOn, interrupts, memory, queued } = bench()
    interrupts.startTimer(0, 0, false, call(100))
    memory.half(SCHEDULER_STATE, LOCKED)
    expect(interrupts.due).toBe(Infinity)
    memory.half(SCHEDULER_STATE, SCHEDULER_IDLE)
    expect(interrupts.switchOff(true)).toBe(false)
    interrupts.queueDue()
    expect([queued(), interrupts.due, alwaysOn.interruptAt]).toEqual([[], Infinity, Infinity])
    expect(interrupts.switchOff(false)).toBe(true)
    interrupts.queueDue()
    expect(queued()).toEqual([100])
  })

  it('is told to the host only when that would look too late', () => {
    const { alwaysOn, interrupts, told } = bench()
    interrupts.startTimer(0, HOUR_MS, true, call(1))
    expect(told()).toBe(1)
    alwaysOn.watchedUntil = alwaysOn.interruptAt
    interrupts.startTimer(1, 2 * HOUR_MS, true, call(2))
    expect(told()).toBe(1)
    interrupts.startTimer(2, HOUR_MS / 2, true, call(3))
    expect(told()).toBe(2)
  })
})

describe('an interrupt of a pin', () => {
  it('comes for the edges it waits for, and says which', () => {
    const { interrupts, queued, registers } = bench()
    interrupts.watchPin(14, Edge.falling, call(100))
    registers.setBits(Register.edges + 14, Edge.rising)
    interrupts.queueDue()
    expect(queued()).toEqual([])
    registers.setBits(Register.edges + 14, Edge.falling)
    expect(interrupts.due).toBeLessThanOrEqual(0)
    interrupts.queueDue()
    expect([queued(), interrupts.flags(14)]).toEqual([[100], Edge.falling])
    interrupts.watchPin(14, 0, call(100))
    registers.setBits(Register.edges + 14, Edge.falling)
    expect(interrupts.isDue).toBe(false)
  })

  it('does not come for what happened before it was asked for', () => {
    const { interrupts, queued, registers } = bench()
    registers.setBits(Register.edges + 14, Edge.falling)
    interrupts.watchPin(14, Edge.falling, call(100))
    interrupts.queueDue()
    expect(queued()).toEqual([])
  })
})

describe('the host', () => {
  function alarms(): { alwaysOn: AlwaysOn; board: BoardAlarms; clock: FakeClock; calls: string[] } {
    const alwaysOn = new AlwaysOn()
    alwaysOn.powerUp(new Date())
    const calls: string[] = []
    const clock = new FakeClock()
    const board = new BoardAlarms(alwaysOn, clock, { poke: () => calls.push('poke') }, () => calls.push('bite'))
    return { alwaysOn, board, clock, calls }
  }

  it('reminds a program that computes until it has seen what is due, and rests then', async () => {
    const { alwaysOn, board, calls, clock } = alarms()
    alwaysOn.interruptAt = thisInstant() - 1
    board.look()
    await clock.advance(10)
    expect(calls).toEqual(['poke', 'poke', 'poke'])
    alwaysOn.interruptAt = Infinity
    await clock.advance(100)
    expect([calls.length, clock.pending, alwaysOn.watchedUntil]).toEqual([3, 0, Infinity])
  })

  it('lets the watchdog bite once, and not after the power was taken', () => {
    const { alwaysOn, board, calls } = alarms()
    alwaysOn.watchdogAt = thisInstant() + HOUR_MS
    board.look()
    expect(calls).toEqual([])
    alwaysOn.watchdogAt = thisInstant() - 1
    board.look()
    board.look()
    expect(calls).toEqual(['bite'])
    const other = alarms()
    other.alwaysOn.watchdogAt = thisInstant() - 1
    other.board.dispose()
    other.board.look()
    expect([other.calls, other.clock.pending]).toEqual([[], 0])
  })
})

describe('what lives through resets', () => {
  it('is the clock and what it keeps, but no alarm; power-up begins anew', () => {
    const alwaysOn = new AlwaysOn()
    const now = new Date(2026, 5, 1)
    alwaysOn.powerUp(now)
    const local = alwaysOn.clockOffset
    expect(local + 60_000 * now.getTimezoneOffset()).toBe(0)
    alwaysOn.clockOffset = 12_345
    alwaysOn.clockMemory = Uint8Array.of(1, 2, 3)
    alwaysOn.interruptAt = 1
    alwaysOn.watchdogAt = 1
    alwaysOn.restart(ResetCause.watchdog)
    expect([alwaysOn.clockOffset, [...alwaysOn.clockMemory], alwaysOn.cause]).toEqual([12_345, [1, 2, 3], ResetCause.watchdog])
    expect([alwaysOn.interruptAt, alwaysOn.watchdogAt]).toEqual([Infinity, Infinity])
    alwaysOn.powerUp(now)
    expect([alwaysOn.clockOffset, alwaysOn.clockMemory.length, alwaysOn.cause]).toEqual([local, 0, ResetCause.power])
  })
})
