import type { PortInfo } from '../../shared/board'
import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'

/** The picker's two groups: what is surely a board or device, and what may be anything. */
export interface PortGroups {
  known: readonly PortInfo[]
  other: readonly PortInfo[]
}

/** Sorts ports for the picker: the virtual board last among the known, so that a real one comes first. */
export function portGroups(ports: readonly PortInfo[]): PortGroups {
  const byPath = [...ports].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
  const real = byPath.filter((port) => port.kind === 'serial' && port.hasHardwareId)
  const virtual = byPath.filter((port) => port.kind === 'virtual')
  return { known: [...real, ...virtual], other: byPath.filter((port) => port.kind === 'serial' && !port.hasHardwareId) }
}

/** The second line of a port in the picker: path, maker and USB ids, as far as they are known and not said already. */
export function portFacts(port: PortInfo): string {
  if (port.kind === 'virtual') return t('Built in, needs no cable')
  const ids = port.vendorId !== undefined && port.productId !== undefined ? `${port.vendorId}:${port.productId}` : undefined
  return [port.name === port.path ? undefined : port.path, port.manufacturer, ids]
    .filter((fact) => fact !== undefined && fact !== '')
    .join(' · ')
}

/** What the picker's button calls a chosen port: its name, and its path where several could have the name. */
export function chosenName(path: string | null, ports: readonly PortInfo[]): string {
  if (path === null) return t('choose a board')
  const port = ports.find((candidate) => candidate.path === path)
  if (port === undefined || port.name === port.path) return path
  return ports.some((other) => other !== port && other.name === port.name) ? `${portName(port)} ${port.path}` : portName(port)
}
