import path from 'node:path'
import { kernelText, realOf, usbDeviceAbove } from './kernelFiles'
import { namesIn } from './namesIn'
import type { ListedPort } from './serialBinding'

/** Names of devices that are serial ports; the many other terminals of the system are not. */
const PORT_NAME = /^(tty(S|ACM|USB|AMA|MFD|O|XRUSB|WCH|CH343USB|SC|mxc|THS|GS)\d+|rfcomm\d+)$/

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
    ((await realOf(path.join(device, 'driver'))) === undefined || (await kernelText(folder, 'type')) === '0')
  ) {
    return undefined
  }
  const usb = await usbDeviceAbove(device)
  if (usb === undefined) return { path: node }
  const [vendorId, productId, serialNumber, manufacturer, product] = await Promise.all(
    ['idVendor', 'idProduct', 'serial', 'manufacturer', 'product'].map((name) => kernelText(usb, name)),
  )
  return { path: node, vendorId, productId, serialNumber, manufacturer, product, locationId: path.basename(usb) }
}
