import { mkdir, symlink, truncate } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { type BootDrive, readBootDrive } from '../../../main/transport/bootDrive'
import { BootDrives } from '../../../main/transport/bootDrives'
import { findWaitingBoards } from '../../../main/transport/waitingBoards'
import { WaitingWatcher } from '../../../main/transport/waitingWatcher'
import type { PortInfo } from '../../../shared/board'
import { systemClock } from '../../../shared/clock'
import { Emitter } from '../../../shared/lifecycle'
import { FakeClock } from '../../rig/fakeClock'
import { FakeMachine, PICO_INFO } from '../../rig/fakeMachine'
import { temporaryFolder } from '../../rig/temporaryFolder'

const find = (machine: FakeMachine, ports: PortInfo[] = []) => findWaitingBoards(machine.sources, new BootDrives(systemClock, true), ports)

const portAt = (location: string | undefined, vendorId: string, productId: string): PortInfo => ({
  path: '/dev/ttyACM3',
  kind: 'serial',
  name: 'x',
  hasHardwareId: true,
  vendorId,
  productId,
  ...(location === undefined ? {} : { location }),
})

describe('boards that wait in their bootloader', () => {
  test('a Pico held at BOOTSEL is found by its USB id, then by its unmounted drive, then by the mounted one, always as the same board', async () => {
    const machine = await FakeMachine.make()
    expect(await find(machine)).toEqual([])
    await machine.plug('1-4', { idVendor: '2e8a', idProduct: '0003' })
    expect(await find(machine)).toEqual([{ id: 'usb:1-4', name: 'Pico (RP2040)', family: 'rp2', seenAs: 'usb', place: '1-4' }])
    await machine.disk('1-4', 'sda1', '8:1', 'RPI-RP2')
    expect(await find(machine)).toMatchObject([{ id: 'usb:1-4', seenAs: 'closed-drive', place: 'RPI-RP2' }])
    const folder = await machine.mount('8:1', 'RPI-RP2', { 'INFO_UF2.TXT': PICO_INFO })
    expect(await find(machine)).toEqual([
      { id: 'usb:1-4', name: 'Pico (RP2040)', family: 'rp2', seenAs: 'drive', place: 'RPI-RP2', folder },
    ])
  })

  test.each([
    ['2e8a', '000f', 'Pico 2 (RP2350)', 'rp2'],
    ['0483', 'df11', 'STM32 board', 'stm32'],
    ['303a', '0002', 'ESP32-S2', 'esp32'],
    ['16c0', '0478', 'Teensy', 'teensy'],
    ['2341', '0057', 'Arduino Nano 33 IoT', 'samd'],
    ['2886', '0045', 'Seeed XIAO nRF52840 Sense', 'nrf'],
  ])('the bootloader %s:%s, which has no serial port, is found as %s', async (idVendor, idProduct, name, family) => {
    const machine = await FakeMachine.make()
    await machine.plug('3-1.2', { idVendor, idProduct, product: 'STM32  BOOTLOADER' })
    expect(await find(machine)).toMatchObject([{ name, family, seenAs: 'usb', place: '3-1.2' }])
  })

  test.each([
    ['2e8a', '0005'],
    ['0d28', '0204'],
    ['303a', '1001'],
    ['303a', '4001'],
    ['f055', '9800'],
    ['239a', '80f4'],
    ['16c0', '0483'],
    ['1d6b', '0002'],
  ])('%s:%s, which may be running MicroPython, is not called unready', async (idVendor, idProduct) => {
    const machine = await FakeMachine.make()
    await machine.plug('1-4', { idVendor, idProduct })
    expect(await find(machine, [portAt('1-4', idVendor, idProduct)])).toEqual([])
  })

  test('a bootloader with a port and a drive is one board, which knows both', async () => {
    const machine = await FakeMachine.make()
    await machine.plug('1-4', { idVendor: '239a', idProduct: '0022', product: 'Feather M4\u001b[31m Express' })
    const ports = [portAt('1-4', '239A', '0022')]
    expect(await find(machine, ports)).toMatchObject([{ seenAs: 'port', place: '/dev/ttyACM3', port: '/dev/ttyACM3' }])
    await machine.disk('1-4', 'sdb', '8:16')
    const info = 'UF2 Bootloader v3.15.0 SFHWRO\r\nModel: Feather M4 Express\r\nBoard-ID: SAMD51J19A-Feather-M4-v0\r\n'
    await machine.mount('8:16', 'FEATHERBOOT', { 'INFO_UF2.TXT': info })
    expect(await find(machine, ports)).toMatchObject([
      { name: 'Feather M4 Express', family: 'samd', seenAs: 'drive', place: 'FEATHERBOOT', port: '/dev/ttyACM3' },
    ])
  })

  test('a micro:bit in maintenance mode is told from one that works, whose drive is no sign of anything', async () => {
    const machine = await FakeMachine.make()
    const details = (mode: string): Record<string, string> => ({
      'DETAILS.TXT': `# DAPLink Firmware\r\nUnique ID: 99\r\nDaplink Mode: ${mode}\r\n`,
    })
    await machine.plug('1-2', { idVendor: '0d28', idProduct: '0204' })
    await machine.disk('1-2', 'sda', '8:0')
    await machine.mount('8:0', 'MICROBIT', details('Interface'))
    expect(await find(machine)).toEqual([])
    await machine.unmount('8:0')
    await machine.mount('8:0', 'MAINTENANCE', details('Bootloader'))
    expect(await find(machine)).toMatchObject([{ name: 'micro:bit', family: 'microbit', seenAs: 'maintenance', place: 'MAINTENANCE' }])
  })

  test('disks that are no bootloader’s are not shown, and only FAT disks are looked at', async () => {
    const machine = await FakeMachine.make()
    await machine.plug('1-3', { idVendor: '0781', idProduct: '5581' })
    await machine.disk('1-3', 'sdc1', '8:33', 'GRUBBOOT')
    await machine.mount('8:33', 'holiday photos', { 'README.TXT': 'Board-ID' })
    await machine.mount('0:77', 'server', { 'INFO_UF2.TXT': PICO_INFO }, 'nfs4')
    expect(await find(machine)).toEqual([])
  })

  test('a folder with a blank in its name is found where it is', async () => {
    const machine = await FakeMachine.make()
    await machine.mount('8:1', 'my drive', { 'INFO_UF2.TXT': PICO_INFO })
    expect(await find(machine)).toMatchObject([{ place: 'my drive', folder: path.join(machine.root, 'media/my drive') }])
  })

  test('on macOS volumes are looked at, and on Windows letters', async () => {
    const machine = await FakeMachine.make()
    const folder = await machine.mount('8:1', 'RPI-RP2', { 'INFO_UF2.TXT': PICO_INFO })
    await machine.mount('8:2', 'F:\\', { 'INFO_UF2.TXT': PICO_INFO })
    const drives = (): BootDrives => new BootDrives(systemClock, false)
    const mac = await findWaitingBoards({ platform: 'darwin', volumesRoot: path.dirname(folder) }, drives(), [])
    expect(mac).toMatchObject([{ place: 'F:\\' }, { place: 'RPI-RP2', folder }])
    const windows = await findWaitingBoards({ platform: 'win32', letterRoot: `${path.dirname(folder)}/` }, drives(), [])
    expect(windows).toMatchObject([{ place: 'F:', name: 'Pico (RP2040)' }])
  })

  test('where drives don’t tell their place, one drive and one port of a bootloader are one board', async () => {
    const machine = await FakeMachine.make()
    const folder = await machine.mount('8:1', 'XIAO', {
      'INFO_UF2.TXT': 'UF2 Bootloader v3\r\nModel: Seeeduino XIAO\r\nBoard-ID: SAMD21G18A-XIAO-v0',
    })
    const sources = { platform: 'darwin' as const, volumesRoot: path.dirname(folder) }
    const found = await findWaitingBoards(sources, new BootDrives(systemClock, true), [portAt(undefined, '2886', '002F')])
    expect(found).toMatchObject([{ name: 'Seeeduino XIAO', family: 'samd', port: '/dev/ttyACM3' }])
  })
})

describe('a drive that lies, hangs or vanishes', () => {
  test('a huge INFO_UF2.TXT with control characters harms nobody', async () => {
    const machine = await FakeMachine.make()
    const info = `UF2 Bootloader\nModel: Evil\u001b]0;x\u0007\u202e${'m'.repeat(300)}\nBoard-ID: constructor\n`
    const folder = await machine.mount('8:1', 'BIG', { 'INFO_UF2.TXT': info })
    await truncate(path.join(folder, 'INFO_UF2.TXT'), 100 * 1024 * 1024)
    const drive = await readBootDrive(folder)
    expect(drive?.name).toMatch(/^Evil\]0;xm+$/)
    expect(drive?.name).toHaveLength(60)
    expect(drive?.family).toBe('uf2')
  })

  test('a link or a folder in place of the file is not followed', async () => {
    const folder = await temporaryFolder()
    await symlink('/dev/zero', path.join(folder, 'INFO_UF2.TXT'))
    await mkdir(path.join(folder, 'DETAILS.TXT'))
    expect(await readBootDrive(folder)).toBeUndefined()
    expect(await readBootDrive(path.join(folder, 'gone'))).toBeUndefined()
  })

  test('a drive that hangs delays a look once, is not asked again meanwhile, and counts when it answers', async () => {
    const clock = new FakeClock()
    let answer = (_: BootDrive): void => undefined
    const read = vi.fn(() => new Promise<BootDrive>((resolve) => (answer = resolve)))
    const drives = new BootDrives(clock, true, read)
    const late = vi.fn()
    drives.onLate(late)
    const drive = { name: 'SLOW', folder: '/media/SLOW', device: '8:1' }
    const first = drives.look([drive])
    await clock.advance(2_000)
    expect(await first).toEqual([])
    expect(await drives.look([drive])).toEqual([])
    expect(read).toHaveBeenCalledTimes(1)
    const boot: BootDrive = { name: 'Pico (RP2040)', family: 'rp2', isMaintenance: false }
    answer(boot)
    await vi.waitFor(() => expect(late).toHaveBeenCalledTimes(1))
    expect(await drives.look([drive])).toEqual([{ drive, boot }])
    expect(read).toHaveBeenCalledTimes(1)
  })

  test('a drive is read again when it was away', async () => {
    const read = vi.fn(() => Promise.resolve(undefined))
    const drives = new BootDrives(systemClock, true, read)
    const drive = { name: 'A', folder: '/media/A', device: '8:1' }
    for (const list of [[drive], [drive], [], [drive]]) await drives.look(list)
    expect(read).toHaveBeenCalledTimes(2)
  })
})

describe('noticing', () => {
  test('a board that is held at its bootloader, and leaves it, shows by itself', async () => {
    const machine = await FakeMachine.make()
    const clock = new FakeClock()
    const ports = { current: [] as PortInfo[], onChange: new Emitter<readonly PortInfo[]>().event }
    const watcher = new WaitingWatcher({ ...machine.sources, clock, ports })
    const seen: string[] = []
    watcher.onChange((boards) => seen.push(boards.map(({ seenAs }) => seenAs).join()))
    watcher.start()
    const until = (count: number): Promise<void> =>
      vi.waitFor(async () => {
        await clock.advance(1_000)
        expect(seen).toHaveLength(count)
      })
    await machine.plug('1-4', { idVendor: '2e8a', idProduct: '0003' })
    await until(1)
    await machine.disk('1-4', 'sda1', '8:1')
    await machine.mount('8:1', 'RPI-RP2', { 'INFO_UF2.TXT': PICO_INFO })
    await until(2)
    await machine.unmount('8:1')
    await machine.unplug('1-4')
    await until(3)
    expect(seen).toEqual(['usb', 'drive', ''])
    watcher.dispose()
  })
})
