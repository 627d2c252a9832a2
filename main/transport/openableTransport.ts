import type { PortInfo } from '../../shared/board'
import { parseNetworkAddress } from './networkAddress'
import { hasResetCircuit } from './resetCircuit'
import { Rfc2217Transport } from './rfc2217Transport'
import { type SerialOptions, SerialTransport } from './serialTransport'
import { SocketTransport } from './socketTransport'
import type { Transport } from './transport'
import { signalsOnOpen } from './usbIds'

/** The transport for a port of the computer or of the network, not opened yet. Throws `invalid-path` for a network port that is none. */
export function openableTransport(port: PortInfo, options: Pick<SerialOptions, 'baudRate' | 'clock'>): Transport {
  if (port.kind !== 'network')
    return new SerialTransport(port.path, { ...signalsOnOpen(port), resetCircuit: hasResetCircuit(port), ...options })
  return parseNetworkAddress(port.path).protocol === 'socket'
    ? new SocketTransport(port.path, options.clock)
    : new Rfc2217Transport(port.path, options)
}
