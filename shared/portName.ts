import type { PortInfo } from './board'
import { t } from './language/language'

/** What people call a port. The virtual board's name is ours, and translated; all others are the system's. */
export function portName({ kind, name }: Pick<PortInfo, 'kind' | 'name'>): string {
  return kind === 'virtual' ? t(name) : name
}
