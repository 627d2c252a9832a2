import type { PortInfo } from '../../shared/board'
import { deviceText } from './deviceText'
import { type ListedPort, loadSerialBinding } from './serialBinding'
import { listSysfsPorts } from './sysfsPorts'
import { knownUsbDevice } from './usbIds'

/** Where ports are looked up; injected by tests. */
export interface PortSources {
  platform?: NodeJS.Platform
  sysRoot?: string
  devRoot?: string
  /** The serial library's own list, for Windows and macOS. */
  listBySystem?: () => Promise<ListedPort[]>
}

/**
 * The computer's serial ports: those with a hardware id first, each part by name. Pseudo-terminals are not listed (they are named by hand).
 * On Linux /sys is read, which needs no `udevadm`. Rejects only when Windows or macOS refuse to list.
 */
export async function listPorts(sources: PortSources = {}): Promise<PortInfo[]> {
  const { platform = process.platform, sysRoot, devRoot, listBySystem = async () => (await loadSerialBinding()).list() } = sources
  const found = platform === 'linux' ? await listSysfsPorts(sysRoot, devRoot) : await listBySystem()
  return found
    .filter((port) => !isSystemPort(port, platform))
    .map(describePort)
    .sort(identifiedFirst)
}

/** A listed port as the picker shows it. What devices say of themselves is untrusted: see `deviceText`. */
export function describePort(port: ListedPort): PortInfo {
  const vendorId = usbId(port.vendorId)
  const productId = usbId(port.productId)
  const known = vendorId !== undefined && productId !== undefined ? knownUsbDevice(vendorId, productId) : undefined
  const product = deviceText(port.product) ?? deviceText(port.friendlyName)
  const manufacturer = deviceText(port.manufacturer) ?? known?.manufacturer
  const serialNumber = deviceText(port.serialNumber)
  const location = deviceText(port.locationId)
  return {
    path: port.path,
    kind: 'serial',
    name: known?.boardName ?? product ?? port.path,
    ...(known === undefined ? {} : { boardName: known.boardName }),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(vendorId === undefined ? {} : { vendorId }),
    ...(productId === undefined ? {} : { productId }),
    ...(serialNumber === undefined ? {} : { serialNumber }),
    ...(location === undefined ? {} : { location }),
    hasHardwareId: vendorId !== undefined,
  }
}

/** macOS lists its own Bluetooth and debug ports, which no board hangs on. */
function isSystemPort({ path }: ListedPort, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && /\/(tty|cu)\.(Bluetooth-Incoming-Port|debug-console|wlan-debug)$/.test(path)
}

/** Four hexadecimal digits, upper case, from whatever form the system uses. */
function usbId(text: string | undefined): string | undefined {
  const digits = /^(?:0x)?([0-9a-f]{1,4})$/i.exec(text?.trim() ?? '')?.[1]
  return digits?.toUpperCase().padStart(4, '0')
}

const byName = new Intl.Collator('en', { numeric: true })

function identifiedFirst(a: PortInfo, b: PortInfo): number {
  if (a.hasHardwareId !== b.hasHardwareId) return a.hasHardwareId ? -1 : 1
  return byName.compare(a.name, b.name) || byName.compare(a.path, b.path)
}
