import path from 'node:path'
import type { BoardFamily } from '../../shared/waitingBoard'
import { knownBootloader } from './bootloaderIds'
import { deviceText } from './deviceText'
import { kernelText, realOf, usbDeviceAbove } from './kernelFiles'
import { namesIn } from './namesIn'

/** Where the kernel's own lists are looked up; injected by tests. */
export interface UsbSources {
  sysRoot?: string
  devRoot?: string
}

/** A USB device that is a bootloader, by its ids. */
export interface UsbBootloader {
  /** Where it is plugged in, such as `1-4.2`. */
  location: string
  name: string
  family: BoardFamily
}

/** A disk that is there, but that the system has not mounted. */
export interface ClosedDrive {
  label: string
  location: string
}

/** The names of bootloaders' drives: RP2040, RP2350, DAPLink, and the UF2 bootloaders of other chips. */
const BOOT_LABEL = /^(RPI-RP2|RP2350|MAINTENANCE|[A-Z0-9_-]{2,8}BOOT)$/

/** All devices on Linux' USB that are known bootloaders. Devices with a class of their own (hubs) have no ids that match. */
export async function listUsbBootloaders({ sysRoot = '/sys' }: UsbSources = {}): Promise<UsbBootloader[]> {
  const folder = path.join(sysRoot, 'bus/usb/devices')
  const found = await Promise.all(
    (await namesIn(folder)).filter(isDeviceName).map(async (location): Promise<UsbBootloader | undefined> => {
      const device = path.join(folder, location)
      const [vendor, product, says] = await Promise.all(['idVendor', 'idProduct', 'product'].map((name) => kernelText(device, name)))
      const known = vendor === undefined || product === undefined ? undefined : knownBootloader(vendor, product)
      if (known === undefined) return undefined
      // Adafruit's bootloaders name the board; that of a chip's own ROM names itself.
      return { location, name: known.family === 'uf2' ? (deviceText(says, 60) ?? known.name) : known.name, family: known.family }
    }),
  )
  return found.filter((each) => each !== undefined)
}

/** The USB device of a disk, by the kernel's number, such as `8:1`: where it is plugged in. */
export async function locationOfDisk(device: string, { sysRoot = '/sys' }: UsbSources = {}): Promise<string | undefined> {
  const disk = await realOf(path.join(sysRoot, 'dev/block', device))
  const usb = disk === undefined ? undefined : await usbDeviceAbove(disk)
  return usb === undefined ? undefined : path.basename(usb)
}

/** Disks with the name of a bootloader's drive on USB; `mounted` are the kernel's numbers of those that are open already. */
export async function listClosedDrives(mounted: ReadonlySet<string>, sources: UsbSources = {}): Promise<ClosedDrive[]> {
  const { sysRoot = '/sys', devRoot = '/dev' } = sources
  const folder = path.join(devRoot, 'disk/by-label')
  const found = await Promise.all(
    (await namesIn(folder)).map(async (name): Promise<ClosedDrive | undefined> => {
      const label = unescaped(name)
      if (!BOOT_LABEL.test(label)) return undefined
      const node = await realOf(path.join(folder, name))
      if (node === undefined) return undefined
      const device = await kernelText(path.join(sysRoot, 'class/block', path.basename(node)), 'dev')
      if (device === undefined || mounted.has(device)) return undefined
      const location = await locationOfDisk(device, sources)
      return location === undefined ? undefined : { label, location }
    }),
  )
  return found.filter((each) => each !== undefined)
}

/** True for `1-4.2`; interfaces (`1-4.2:1.0`) and the buses themselves (`usb1`) are no boards. */
export function isDeviceName(name: string): boolean {
  return /^\d+-[\d.]+$/.test(name)
}

/** udev writes what is no letter or digit as `\x20`. */
function unescaped(name: string): string {
  return name.replace(/\\x([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}
