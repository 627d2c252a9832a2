import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type ServeHost, startServing } from '../../main/serve/serveHost'
import { buildServices, type Services } from '../../main/services'
import { encodeFrame } from '../../shared/contract/frame'
import { systemClock } from '../../shared/clock'
import { PageClient, fetchCookie } from '../rig/pageClient'

const folder = mkdtempSync(path.join(os.tmpdir(), 'perfboard-serve-'))
const pageRoot = path.join(folder, 'page')
mkdirSync(pageRoot)
writeFileSync(path.join(pageRoot, 'index.html'), '<!doctype html><title>Perfboard</title>')
writeFileSync(path.join(folder, 'outside.js'), 'outside')

let services: Services
let host: ServeHost
let cookie: string

beforeAll(async () => {
  const workerPath = path.resolve(import.meta.dirname, '../../dist/main/boardWorker.js')
  services = await buildServices({ userData: path.join(folder, 'data'), workerPath, clock: systemClock, trash: () => Promise.resolve() })
  host = await startServing(services, { port: 0, pageRoot })
  cookie = await fetchCookie(host.address)
})

afterAll(async () => {
  await host.close()
  await services.dispose()
  rmSync(folder, { recursive: true })
})

interface Got {
  status: number
  headers: http.IncomingHttpHeaders
}

/** A plain request with exactly these headers, its path unchanged: `fetch` would mend both. */
function get(address: string, headers: http.OutgoingHttpHeaders = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port: host.port, path: address, headers: { Host: `127.0.0.1:${host.port}`, ...headers } },
      (response) => {
        response.resume()
        response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
      },
    )
    request.once('error', reject)
    request.end()
  })
}

/** The status with which a WebSocket is refused; 101 when it is let in. */
function upgradeStatus(headers: Record<string, string>, where = '/bridge'): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${where}`, { headers })
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.once('open', () => {
      resolve(101)
      socket.terminate()
    })
    socket.on('error', () => undefined) // terminating an unopened socket reports one more
  })
}

describe('who may enter', () => {
  test('the address that was printed leads to the page, and the token leaves the address at once', async () => {
    const first = await get(new URL(host.address).pathname + new URL(host.address).search)
    expect(first).toMatchObject({ status: 303, headers: { location: '/', 'referrer-policy': 'no-referrer' } })
    expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/)
    const page = await get('/', { Cookie: cookie })
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toContain(`connect-src 'self' ws://127.0.0.1:${host.port};`)
    expect(page.headers['x-content-type-options']).toBe('nosniff')
  })

  test('without the token, or with a wrong one, nothing is given', async () => {
    for (const address of ['/', '/index.html', '/?token=', `/?token=${'A'.repeat(43)}`]) expect((await get(address)).status).toBe(403)
    expect((await get('/', { Cookie: cookie.slice(0, -1) })).status).toBe(403)
  })

  test('a page of another site gets nothing, even with the cookie', async () => {
    expect((await get('/', { Cookie: cookie, Host: `evil.example:${host.port}` })).status).toBe(403)
    expect((await get('/', { Cookie: cookie, Origin: 'http://evil.example' })).status).toBe(403)
  })

  test('no file outside the page is served', async () => {
    for (const address of ['/../outside.js', '/%2e%2e/outside.js', '/..%2foutside.js'])
      expect((await get(address, { Cookie: cookie })).status).toBe(404)
  })

  test('the bridge opens for our own page with the token, and for nobody else', async () => {
    const Origin = `http://127.0.0.1:${host.port}`
    expect(await upgradeStatus({ Origin, Cookie: cookie })).toBe(101)
    expect(await upgradeStatus({ Origin })).toBe(403)
    expect(await upgradeStatus({ Cookie: cookie })).toBe(403)
    expect(await upgradeStatus({ Origin: 'http://evil.example', Cookie: cookie })).toBe(403)
    expect(await upgradeStatus({ Origin, Cookie: cookie, Host: 'evil.example' })).toBe(403)
    expect(await upgradeStatus({ Origin, Cookie: cookie }, '/other')).toBe(403)
  })

  test('a port that is taken is said to be so', async () => {
    await expect(startServing(services, { port: host.port, pageRoot })).rejects.toMatchObject({ code: 'port-busy' })
  })
})

describe('a page', () => {
  test('learns what it runs on, and has the in-page picker instead of system dialogs', async () => {
    const page = await PageClient.connect(host.address)
    expect(await page.request('app.info', {})).toMatchObject({ host: 'serve', firstStart: true, logFolder: path.join(folder, 'data/logs') })
    await expect(page.request('workspace.chooseFolder', {})).rejects.toMatchObject({ code: 'not-available' })
    await expect(page.request('workspace.list', { path: folder })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await page.request('workspace.browse', { path: folder })).entries.map(({ name }) => name)).toContain('page')
    await page.request('workspace.grant', { path: folder })
    expect((await page.request('workspace.list', { path: folder })).entries.map(({ name }) => name)).toContain('outside.js')
    page.close()
  })

  test('that speaks nonsense is let go, and the others go on', async () => {
    const [bad, good] = [await PageClient.connect(host.address), await PageClient.connect(host.address)]
    const closed = new Promise<number>((resolve) => bad.socket.once('close', resolve))
    bad.socket.send(new Uint8Array([255, 255, 255, 255, 0]))
    expect(await closed).toBe(1008)
    await expect(good.request('app.nothing' as 'app.info', {})).rejects.toMatchObject({ code: 'invalid-request' })
    good.socket.send(encodeFrame({ kind: 'event', name: 'app.closing', payload: {} }))
    expect(await new Promise<number>((resolve) => good.socket.once('close', resolve))).toBe(1008)
  })

  test('and another see the same settings and the same board', async () => {
    const [one, other] = [await PageClient.connect(host.address), await PageClient.connect(host.address)]
    await one.request('settings.update', { patch: { terminalFontSize: 15 } })
    await other.until(
      () => other.events('settings.changed').find(({ settings }) => settings.terminalFontSize === 15),
      'the changed setting',
    )
    expect((await one.request('ports.list', {}))[0]).toMatchObject({ path: 'virtual', kind: 'virtual', name: 'Virtual board' })

    const session = await one.request('session.open', { port: 'virtual' })
    expect((await other.request('session.open', { port: 'virtual' })).id).toBe(session.id)
    await other.until(() => other.events('session.changed').find((event) => event.session.state.kind === 'ready'), 'the prompt')
    const followed = await other.request('session.follow', { session: session.id })
    await one.request('session.input', { session: session.id, bytes: new TextEncoder().encode('print(6*7)\r') })
    const bytes = (): string =>
      [...followed.items, ...other.events('session.output').flatMap(({ items }) => items)]
        .map((item) => (item.kind === 'bytes' ? new TextDecoder().decode(item.bytes) : ''))
        .join('')
    await other.until(() => (/\r\n42\r\n>>> $/.test(bytes()) ? true : undefined), 'the answer 42')
    const seq = other.events('session.output').at(-1)?.seq ?? followed.seq
    await other.request('session.acknowledge', { session: session.id, seq })

    const contents = Uint8Array.from({ length: 256 }, (_value, index) => index)
    const saved = await one.request('board.writeFile', { session: session.id, path: '/all bytes.bin', bytes: contents, stop: 'refuse' })
    expect(saved).toMatchObject({ size: 256, proven: true })
    expect(new Uint8Array(await other.request('board.readFile', { session: session.id, path: '/all bytes.bin', stop: 'refuse' }))).toEqual(
      contents,
    )
    await one.request('session.close', { session: session.id })
    await other.until(() => other.events('session.removed').find((event) => event.session === session.id), 'the end of the session')
    one.close()
    other.close()
  })
})
