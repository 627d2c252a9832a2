import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { ListedPort } from './serialBinding'
import { namesIn } from './namesIn'

/** Names of devices that are serial ports; the many other terminals of the system are not. */
const PORT_NAME = /^(tty(S|ACM|USB|AMA|MFD|O|XRUSB|WCH|CH343USB|SC|mxc|THS|GS)\d+|rfcomm\d+)$/

/** Folders upwards from a port's device in which its USB device is looked for: a port, its interface, the device. */
const LEVELS = 6

/** True for the name of a device node that may be a serial port. */
export function isPortName(name: string): boolean {
  return PORT_NAME.test(name)
}

/**
 * The serial ports of a Linux machine with what their USB devices say of themselves, read from /sys: works without `udevadm`.
 * Ports without hardware behind them (`ttyS1` to `ttyS31` on most machines) are left out.
 */
export async function listSysfsPorts(sysRoot = '/sys', devRoot = '/dev'): Promise<ListedPort[]> {
  const classFolder = path.join(sysRoot, 'class/tty')
  const names = (await namesIn(classFolder)).filter(isPortName)
  const nodes = new Set(await namesIn(devRoot))
  const ports = await Promise.all(
    names.filter((name) => nodes.has(name)).map((name) => portAt(path.join(classFolder, name), path.join(devRoot, name))),
  )
  return ports.filter((port) => port !== undefined)
}

async function portAt(folder: string, node: string): Promise<ListedPort | undefined> {
  const device = await realOf(path.join(folder, 'device'))
  // rfcomm ports have no device, and are only there while they are bound.
  if (device === undefined) return path.basename(node).startsWith('rfcomm') ? { path: node } : undefined
  if (
    path.basename(node).startsWith('ttyS') &&
    ((await realOf(path.join(device, 'driver'))) === undefined || (await textOf(folder, 'type')) === '0')
  ) {
    return undefined
  }
  const usb = await usbDeviceAbove(device)
  if (usb === undefined) return { path: node }
  const [vendorId, productId, serialNumber, manufacturer, product] = await Promise.all(
    ['idVendor', 'idProduct', 'serial', 'manufacturer', 'product'].map((name) => textOf(usb, name)),
  )
  return { path: node, vendorId, productId, serialNumber, manufacturer, product, locationId: path.basename(usb) }
}

async function usbDeviceAbove(device: string): Promise<string | undefined> {
  let folder = device
  for (let level = 0; level < LEVELS; level++) {
    if ((await textOf(folder, 'idVendor')) !== undefined) return folder
    folder = path.dirname(folder)
  }
  return undefined
}

async function realOf(link: string): Promise<string | undefined> {
  try {
    return await realpath(link)
  } catch {
    return undefined
  }
}

/** The trimmed text of a file; undefined when it is missing or empty. */
async function textOf(folder: string, name: string): Promise<string | undefined> {
  try {
    const text = (await readFile(path.join(folder, name), 'utf8')).trim()
    return text === '' ? undefined : text
  } catch {
    return undefined
  }
}
