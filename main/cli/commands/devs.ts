import type { PortInfo } from '../../../shared/board'
import { text } from '../../../shared/language/language'
import { portName } from '../../../shared/portName'
import type { HostCommand } from '../command'
import { EXIT } from '../exitCodes'

/** One line of the list: path, USB ids, serial number, name; `-` for what isn't known. */
export function portLine(port: PortInfo): string {
  const { path, vendorId, productId, serialNumber = '-', manufacturer } = port
  const ids = vendorId === undefined ? '-' : `${vendorId}:${productId ?? ''}`
  const name = [manufacturer, portName(port)].filter((part) => part !== undefined && part !== path).join(' ')
  return `${path} ${ids} ${serialNumber} ${name}`.trimEnd()
}

/** `devs`: the ports of this computer. */
export const devs: HostCommand = {
  kind: 'host',
  name: 'devs',
  usage: '',
  summary: text('List the ports: path, USB ids, serial number, name'),
  words: [0, 0],
  hasJson: true,
  async run({ services, output, json }) {
    await services.ports.refresh()
    const ports = services.ports.current
    if (json) output.json(ports.map((port) => ({ ...port, name: portName(port) })))
    else for (const port of ports) output.line(portLine(port))
    return EXIT.ok
  },
}
