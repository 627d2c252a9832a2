import type { PortInfo } from '../../shared/board'
import type { WaitingBoard } from '../../shared/waitingBoard'
import type { BootDrives, FoundDrive } from './bootDrives'
import { knownBootloader } from './bootloaderIds'
import { type DriveSources, listDrives } from './drives'
import { type ClosedDrive, listClosedDrives, listUsbBootloaders, locationOfDisk, type UsbSources } from './usbBootloaders'

/** Where bootloaders are looked for; injected by tests. */
export type WaitingSources = DriveSources & UsbSources

/**
 * The boards that wait in their bootloader, each once, by name. What shows a board best wins: a drive, then one that is not mounted, then a
 * port, then the USB device. Windows and macOS show drives and ports.
 */
export async function findWaitingBoards(
  sources: WaitingSources,
  bootDrives: BootDrives,
  ports: readonly PortInfo[],
): Promise<WaitingBoard[]> {
  const isLinux = (sources.platform ?? process.platform) === 'linux'
  const drives = await listDrives(sources)
  const found = await bootDrives.look(drives)
  const usb = isLinux ? await listUsbBootloaders(sources) : []
  const mounted = new Set(drives.flatMap(({ device }) => device ?? []))
  const closed = isLinux ? await listClosedDrives(mounted, sources) : []
  const boards = new Map<string, WaitingBoard>()
  const add = (key: string, board: Omit<WaitingBoard, 'id'>): void => {
    boards.set(key, joined(boards.get(key), { id: key, ...board }))
  }
  for (const { location, name, family } of usb) add(`usb:${location}`, { name, family, seenAs: 'usb', place: location })
  for (const port of ports) {
    const known = bootloaderAt(port)
    if (known === undefined) continue
    const key = port.location === undefined ? `port:${port.path}` : `usb:${port.location}`
    add(key, { ...known, seenAs: 'port', place: port.path, port: port.path })
  }
  for (const drive of closed) add(`usb:${drive.location}`, closedBoard(drive))
  for (const drive of found) {
    const location = drive.drive.device === undefined ? undefined : await locationOfDisk(drive.drive.device, sources)
    add(location === undefined ? (onlyPort(boards, found) ?? `drive:${drive.drive.folder}`) : `usb:${location}`, driveBoard(drive))
  }
  return [...boards.values()].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }) || a.id.localeCompare(b.id, 'en'))
}

/** The better sight of the same board, which keeps what only the other one tells. */
function joined(before: WaitingBoard | undefined, now: WaitingBoard): WaitingBoard {
  if (before === undefined) return now
  const family = now.family === 'uf2' && now.seenAs === 'closed-drive' ? before.family : now.family
  return { ...now, family, ...(before.port === undefined ? {} : { port: before.port }) }
}

function bootloaderAt({ vendorId, productId }: PortInfo): Pick<WaitingBoard, 'name' | 'family'> | undefined {
  return vendorId === undefined || productId === undefined ? undefined : knownBootloader(vendorId, productId)
}

function closedBoard({ label }: ClosedDrive): Omit<WaitingBoard, 'id'> {
  if (label === 'MAINTENANCE') return { name: 'micro:bit', family: 'microbit', seenAs: 'maintenance', place: label }
  const isRp2 = label === 'RPI-RP2' || label === 'RP2350'
  const name = label === 'RPI-RP2' ? 'Pico (RP2040)' : isRp2 ? 'Pico 2 (RP2350)' : label
  return { name, family: isRp2 ? 'rp2' : 'uf2', seenAs: 'closed-drive', place: label }
}

function driveBoard({ drive, boot }: FoundDrive): Omit<WaitingBoard, 'id'> {
  const { name, family, isMaintenance } = boot
  return { name, family, seenAs: isMaintenance ? 'maintenance' : 'drive', place: drive.name, folder: drive.folder }
}

/** Where a drive doesn't tell where it is plugged in: one drive and one port of a bootloader are the same board. */
function onlyPort(boards: ReadonlyMap<string, WaitingBoard>, drives: readonly FoundDrive[]): string | undefined {
  const [only, ...more] = boards.keys()
  return drives.length === 1 && more.length === 0 ? only : undefined
}
