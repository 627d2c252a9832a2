import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { describePort, listPorts } from '../../../main/transport/portList'
import { PortWatcher } from '../../../main/transport/portWatcher'
import { knownUsbDevice, signalsOnOpen } from '../../../main/transport/usbIds'
import type { PortInfo } from '../../../shared/board'
import { temporaryFolder } from '../../rig/temporaryFolder'

/** A /sys and a /dev of our own, laid out as the kernel does. */
async function fakeMachine() {
  const root = await temporaryFolder()
  const sysRoot = path.join(root, 'sys')
  const devRoot = path.join(root, 'dev')
  await mkdir(path.join(sysRoot, 'class/tty'), { recursive: true })
  await mkdir(path.join(sysRoot, 'bus/driver'), { recursive: true })
  await mkdir(devRoot)
  const tty = async (name: string, device: string | null, type?: string) => {
    const folder = device === null ? path.join(sysRoot, 'devices/virtual/tty', name) : path.join(sysRoot, 'devices', device, 'tty', name)
    await mkdir(folder, { recursive: true })
    if (device !== null) await symlink(path.join(sysRoot, 'devices', device), path.join(folder, 'device'))
    if (type !== undefined) await writeFile(path.join(folder, 'type'), `${type}\n`)
    await symlink(folder, path.join(sysRoot, 'class/tty', name))
    await writeFile(path.join(devRoot, name), '')
  }
  const driver = async (device: string) => {
    await mkdir(path.join(sysRoot, 'devices', device), { recursive: true })
    await symlink(path.join(sysRoot, 'bus/driver'), path.join(sysRoot, 'devices', device, 'driver'))
  }
  const usb = async (device: string, facts: Record<string, string>) => {
    await mkdir(path.join(sysRoot, 'devices', device), { recursive: true })
    for (const [name, value] of Object.entries(facts)) await writeFile(path.join(sysRoot, 'devices', device, name), `${value}\n`)
  }
  const unplug = async (name: string) => {
    await rm(path.join(sysRoot, 'class/tty', name))
    await rm(path.join(devRoot, name))
  }
  return { sources: { platform: 'linux' as const, sysRoot, devRoot }, tty, driver, usb, unplug }
}

const pico = { idVendor: '2e8a', idProduct: '0005', serial: 'e6614864d3', manufacturer: 'MicroPython', product: 'Board in FS mode' }

describe('the list of ports', () => {
  test('a Pico is listed with its name, maker, ids and place, without udevadm', async () => {
    const machine = await fakeMachine()
    await machine.usb('pci0/usb1/1-4', pico)
    await machine.tty('ttyACM0', 'pci0/usb1/1-4/1-4:1.0')
    expect(await listPorts(machine.sources)).toEqual([
      {
        path: path.join(machine.sources.devRoot, 'ttyACM0'),
        kind: 'serial',
        name: 'Raspberry Pi Pico',
        boardName: 'Raspberry Pi Pico',
        manufacturer: 'MicroPython',
        vendorId: '2E8A',
        productId: '0005',
        serialNumber: 'e6614864d3',
        location: '1-4',
        hasHardwareId: true,
      },
    ])
  })

  test('a USB converter, whose port lies a level deeper, is found too', async () => {
    const machine = await fakeMachine()
    await machine.usb('pci0/usb1/1-2', { idVendor: '10c4', idProduct: 'ea60' })
    await machine.tty('ttyUSB0', 'pci0/usb1/1-2/1-2:1.0/ttyUSB0')
    expect(await listPorts(machine.sources)).toMatchObject([
      { name: 'CP210x serial bridge', manufacturer: 'Silicon Labs', vendorId: '10C4', productId: 'EA60' },
    ])
  })

  test('the many serial ports that do not exist are left out, and the real one stands below the boards', async () => {
    const machine = await fakeMachine()
    await machine.driver('pnp0/00:00')
    await machine.tty('ttyS0', 'pnp0/00:00', '4')
    await machine.driver('platform/serial8250')
    await machine.tty('ttyS1', 'platform/serial8250', '0')
    await machine.tty('ttyS2', 'platform/none', '4')
    await machine.tty('ttyS3', null)
    await machine.tty('tty1', null)
    await machine.usb('pci0/usb1/1-4', pico)
    await machine.tty('ttyACM0', 'pci0/usb1/1-4/1-4:1.0')
    const ports = await listPorts(machine.sources)
    expect(ports.map((port) => [path.basename(port.path), port.hasHardwareId])).toEqual([
      ['ttyACM0', true],
      ['ttyS0', false],
    ])
  })

  test('ports of the same kind are in the order of their numbers', async () => {
    const listBySystem = () => Promise.resolve(['COM10', 'COM9', 'COM1'].map((name) => ({ path: name })))
    expect((await listPorts({ platform: 'win32', listBySystem })).map((port) => port.path)).toEqual(['COM1', 'COM9', 'COM10'])
  })

  test('a device that lies about itself cannot put control characters into the window', () => {
    const port = describePort({
      path: '/dev/ttyACM0',
      vendorId: '0xbeef',
      productId: '1',
      manufacturer: 'Ev\u001b[31mil\n',
      product: 'x'.repeat(999),
    })
    expect(port).toMatchObject({ vendorId: 'BEEF', productId: '0001', manufacturer: 'Ev[31mil' })
    expect(port.name).toHaveLength(200)
  })
})

describe('noticing', () => {
  async function watched(machine: Awaited<ReturnType<typeof fakeMachine>>) {
    const watcher = new PortWatcher(machine.sources)
    const lists: PortInfo[][] = []
    watcher.onChange((ports) => lists.push(ports))
    await watcher.refresh()
    watcher.start()
    return { watcher, lists }
  }

  test('a board that is plugged in, and pulled out, shows within a second', async () => {
    const machine = await fakeMachine()
    const { watcher, lists } = await watched(machine)
    await machine.usb('pci0/usb1/1-4', pico)
    await machine.tty('ttyACM0', 'pci0/usb1/1-4/1-4:1.0')
    await vi.waitUntil(() => lists.length === 1, { timeout: 1_000, interval: 10 })
    expect(watcher.current).toMatchObject([{ boardName: 'Raspberry Pi Pico' }])
    await machine.unplug('ttyACM0')
    await vi.waitUntil(() => lists.length === 2, { timeout: 1_000, interval: 10 })
    expect(watcher.current).toEqual([])
    watcher.dispose()
  })

  test('a machine that can’t list its ports leaves the window without a list, not with an error', async () => {
    const watcher = new PortWatcher({ platform: 'win32', listBySystem: () => Promise.reject(new Error('no')) })
    await watcher.refresh()
    expect(watcher.current).toEqual([])
  })
})

describe('USB ids', () => {
  test.each([
    ['2e8a', '0005', 'Raspberry Pi Pico'],
    ['F055', '9800', 'pyboard'],
    ['303A', '4001', 'ESP32-S2 or S3 (MicroPython)'],
    ['0D28', '0204', 'BBC micro:bit'],
    ['239A', '80F4', 'Adafruit board'],
  ])('%s:%s is known as %s', (vendor, product, name) => {
    expect(knownUsbDevice(vendor, product)?.boardName).toBe(name)
  })

  test('on Windows a board with USB of its own gets DTR, and one with a reset circuit keeps its lines', () => {
    expect(signalsOnOpen({ vendorId: '2E8A', productId: '0005' }, 'win32')).toEqual({ dtr: true })
    expect(signalsOnOpen({ vendorId: '10C4', productId: 'EA60' }, 'win32')).toEqual({})
    expect(signalsOnOpen({ vendorId: '303A', productId: '1001' }, 'win32')).toEqual({})
    expect(signalsOnOpen({ vendorId: '2E8A', productId: '0005' }, 'linux')).toEqual({})
  })
})
