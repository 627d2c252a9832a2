import { describe, expect, test } from 'vitest'
import { AccessToken } from '../../../main/serve/accessToken'
import { defaultUserData } from '../../../main/serve/defaultUserData'
import { isOurOwn } from '../../../main/serve/requestOrigin'
import { parseServeOptions } from '../../../main/serve/serveOptions'

describe('the token', () => {
  test('is long, new at each start, and matches only itself', () => {
    const token = new AccessToken()
    expect(Buffer.from(token.text, 'base64url')).toHaveLength(32)
    expect(new AccessToken().text).not.toBe(token.text)
    expect(token.matches(token.text)).toBe(true)
    for (const wrong of ['', null, undefined, token.text.slice(1), `${token.text}x`]) expect(token.matches(wrong)).toBe(false)
  })

  test('is found among other cookies, under its own server’s name only', () => {
    const token = new AccessToken()
    const cookie = token.setCookie(4270).split(';')[0] ?? ''
    expect(token.setCookie(4270)).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(token.inCookies(`a=b; ${cookie}; c=d`, 4270)).toBe(true)
    expect(token.inCookies(cookie, 4271)).toBe(false)
    expect(token.inCookies(undefined, 4270)).toBe(false)
  })
})

test.each([
  [{ host: '127.0.0.1:80' }, true],
  [{ host: 'localhost:80', origin: 'http://localhost:80' }, true],
  [{ host: '127.0.0.1:81' }, false],
  [{ host: 'evil.example:80' }, false],
  [{}, false],
  [{ host: '127.0.0.1:80', origin: 'http://evil.example' }, false],
  [{ host: '127.0.0.1:80', origin: 'http://localhost:80' }, false],
  [{ host: '127.0.0.1:80', origin: 'null' }, false],
])('a request with %o is ours: %s', (headers, ours) => {
  expect(isOurOwn(headers, 80)).toBe(ours)
})

test('the command line names a port, and nothing that isn’t one', () => {
  expect(parseServeOptions([])).toEqual({ port: 0 })
  expect(parseServeOptions(['--serve', '--port', '4270'])).toEqual({ port: 4270 })
  for (const wrong of [['--port', 'x'], ['--port', '65536'], ['--port', '-1'], ['--what'], ['4270']]) {
    expect(() => parseServeOptions(wrong)).toThrow(expect.objectContaining({ code: 'invalid-request' }) as Error)
  }
})

test('both windows keep their data in the same folder on every system', () => {
  expect(defaultUserData('linux', {}, '/home/ada')).toBe('/home/ada/.config/Perfboard')
  expect(defaultUserData('linux', { XDG_CONFIG_HOME: '/cfg' }, '/home/ada')).toBe('/cfg/Perfboard')
  expect(defaultUserData('darwin', {}, '/Users/ada')).toBe('/Users/ada/Library/Application Support/Perfboard')
})
