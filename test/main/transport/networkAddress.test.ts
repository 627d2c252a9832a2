import { expect, test } from 'vitest'
import { parseNetworkAddress } from '../../../main/transport/networkAddress'
import { isNetworkPort } from '../../../shared/networkPort'

test.each([
  ['socket://pi:4000', { protocol: 'socket', host: 'pi', port: 4_000 }],
  ['rfc2217://192.168.1.7:2217', { protocol: 'rfc2217', host: '192.168.1.7', port: 2_217 }],
  ['SOCKET://Pi.local:65535/', { protocol: 'socket', host: 'Pi.local', port: 65_535 }],
  ['rfc2217://[fe80::1%eth0]:2217', undefined],
  ['rfc2217://[2001:db8::1]:2217', { protocol: 'rfc2217', host: '2001:db8::1', port: 2_217 }],
])('%s leads where it says', (path, address) => {
  expect(isNetworkPort(path)).toBe(true)
  if (address === undefined) expect(() => parseNetworkAddress(path)).toThrow(expect.objectContaining({ code: 'invalid-path' }) as Error)
  else expect(parseNetworkAddress(path)).toEqual(address)
})

test.each([
  'socket://',
  'socket://pi',
  'socket://pi:0',
  'socket://pi:70000',
  'socket://2001:db8::1:2217',
  'socket://a b:1',
  'socket://me@pi:1',
  'rfc2217://pi:1?logging',
])('%s is refused instead of guessed at', (path) => {
  expect(() => parseNetworkAddress(path)).toThrow(expect.objectContaining({ code: 'invalid-path' }) as Error)
})

test('a path of the computer is no port of the network', () => {
  for (const path of ['/dev/ttyACM0', 'COM7', 'virtual', './socket://x:1']) expect(isNetworkPort(path)).toBe(false)
})
