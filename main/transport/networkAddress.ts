import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'

/** Where a port on the network is. */
export interface NetworkAddress {
  protocol: 'socket' | 'rfc2217'
  /** A name or an address; IPv6 without its brackets. */
  host: string
  port: number
}

const FORM = /^(socket|rfc2217):\/\/(?:\[([0-9a-f:.%]+)\]|([^\s:/?#@[\]]+)):(\d{1,5})\/?$/i

/** Reads `socket://host:port` and `rfc2217://host:port`; an IPv6 address stands in brackets. Throws `invalid-path`. */
export function parseNetworkAddress(path: string): NetworkAddress {
  const found = FORM.exec(path)
  const port = Number(found?.[4])
  const host = found?.[2] ?? found?.[3]
  if (found === null || host === undefined || port < 1 || port > 65_535) {
    throw new AppError(
      'invalid-path',
      t('“{{path}}” is no port on the network: socket://host:port or rfc2217://host:port', { path: path.slice(0, 200) }),
    )
  }
  return { protocol: found[1]?.toLowerCase() === 'socket' ? 'socket' : 'rfc2217', host, port }
}
