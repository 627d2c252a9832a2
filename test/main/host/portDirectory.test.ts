import { expect, test } from 'vitest'
import { PortDirectory } from '../../../main/host/portDirectory'
import type { ListSource } from '../../../main/host/watchedList'
import type { PortInfo } from '../../../shared/board'
import { Emitter } from '../../../shared/lifecycle'

const virtual: PortInfo = { path: 'virtual', kind: 'virtual', name: 'Virtual board', hasHardwareId: true }
const pico: PortInfo = { path: '/dev/ttyACM0', kind: 'serial', name: 'Pico', hasHardwareId: true }

/** A system whose ports a test plugs in and out. */
class FakeSystem {
  plugged: PortInfo[] = []
  running = 0
  private sources: Emitter<PortInfo[]>[] = []

  make = (): ListSource<PortInfo> => {
    const emitter = new Emitter<PortInfo[]>()
    const current = (): PortInfo[] => this.plugged
    this.sources.push(emitter)
    return {
      get current() {
        return current()
      },
      onChange: emitter.event,
      start: () => {
        this.running += 1
      },
      refresh: () => Promise.resolve(this.plugged),
      dispose: () => {
        this.running -= 1
        emitter.dispose()
      },
    } as unknown as ListSource<PortInfo>
  }

  plug(...ports: PortInfo[]): void {
    this.plugged = ports
    for (const source of this.sources) source.fire(ports)
  }
}

test('the built-in board is always there, first, before anything was looked for', () => {
  expect(new PortDirectory(virtual, new FakeSystem().make).current).toEqual([virtual])
})

test('plugging in is reported while a window looks, and the system is left alone when none does', () => {
  const system = new FakeSystem()
  const directory = new PortDirectory(virtual, system.make)
  const seen: string[][] = []
  directory.onChange((ports) => seen.push(ports.map(({ name }) => name)))
  const first = directory.watch()
  const second = directory.watch()
  system.plug(pico)
  expect(seen).toEqual([['Virtual board', 'Pico']])
  first.dispose()
  first.dispose()
  expect(system.running).toBe(1)
  system.plug()
  expect(seen).toHaveLength(2)
  second.dispose()
  expect(system.running).toBe(0)
})

test('asking for the list looks at once, also when no window watches', async () => {
  const system = new FakeSystem()
  const directory = new PortDirectory(virtual, system.make)
  system.plugged = [pico]
  await directory.refresh()
  expect(directory.current).toEqual([virtual, pico])
  expect(system.running).toBe(0)
})

test('a look that finds nothing new reports nothing', async () => {
  const directory = new PortDirectory(virtual, new FakeSystem().make)
  let reports = 0
  directory.onChange(() => {
    reports += 1
  })
  await directory.refresh()
  expect(reports).toBe(0)
})
