import { expect, onTestFinished, test, vi } from 'vitest'
import { SocketTransport } from '../../../main/transport/socketTransport'
import { FakeClock, settle } from '../../rig/fakeClock'
import { startNetPeer } from '../../rig/netPeer'

async function opened(address: string): Promise<{ transport: SocketTransport; heard: () => Buffer; gone: string[] }> {
  const transport = new SocketTransport(`socket://${address}`)
  onTestFinished(() => transport.close())
  const parts: Uint8Array[] = []
  const gone: string[] = []
  transport.onData((bytes) => parts.push(bytes))
  transport.onGone(({ reason }) => gone.push(reason))
  await transport.open()
  return { transport, heard: () => Buffer.concat(parts), gone }
}

test('bytes go both ways, whole and in order', async () => {
  const peer = await startNetPeer()
  const { transport, heard } = await opened(peer.address)
  const large = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251)
  await Promise.all([transport.write(large), transport.write(Uint8Array.of(255, 0, 13))])
  await vi.waitUntil(() => peer.received.length === large.length + 3)
  expect(Uint8Array.from(peer.received)).toEqual(Uint8Array.of(...large, 255, 0, 13))
  peer.connection().write(large)
  await vi.waitUntil(() => heard().length === large.length)
  expect(heard().equals(large)).toBe(true)
})

test('a place where nothing listens is said to be that', async () => {
  const peer = await startNetPeer()
  const port = Number(peer.address.split(':')[1])
  const elsewhere = new SocketTransport(`socket://127.0.0.1:${port === 1 ? 2 : 1}`)
  await expect(elsewhere.open()).rejects.toMatchObject({ code: 'port-not-found' })
})

test('a connection that ends during a pause is told after what was held back', async () => {
  const peer = await startNetPeer()
  const { transport, heard, gone } = await opened(peer.address)
  transport.pause()
  peer.connection().end('last words')
  await vi.waitUntil(() => gone.length === 1)
  expect(heard().toString()).toBe('last words')
  await expect(transport.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'port-gone' })
})

test('a pause holds a flood back at its source, and loses nothing of it', async () => {
  const peer = await startNetPeer()
  const { transport, heard } = await opened(peer.address)
  transport.pause()
  const flood = Buffer.alloc(24 * 1024 * 1024, 'abcdefghijk')
  let sent = false
  peer.connection().write(flood, () => {
    sent = true
  })
  for (let turn = 0; turn < 200; turn += 1) await settle()
  expect({ sent, heard: heard().length }).toEqual({ sent: false, heard: 0 })
  transport.resume()
  await vi.waitUntil(() => heard().length === flood.length, { timeout: 8_000 })
  expect(heard().equals(flood)).toBe(true)
})

test('our own close is no loss, may be said twice, and leaves nothing to write to', async () => {
  const peer = await startNetPeer()
  const { transport, gone } = await opened(peer.address)
  await Promise.all([transport.close(), transport.close()])
  expect(gone).toEqual([])
  await expect(transport.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'cancelled' })
  await vi.waitUntil(() => peer.connection().closed || peer.connection().readableEnded)
})

test('closed while it opens, the opening ends as called off', async () => {
  const peer = await startNetPeer()
  const transport = new SocketTransport(`socket://${peer.address}`)
  const opening = transport.open()
  await transport.close()
  await expect(opening).rejects.toMatchObject({ code: 'cancelled' })
})

test('a side that takes nothing more does not keep us: closing ends within its limit', async () => {
  const peer = await startNetPeer()
  const clock = new FakeClock()
  const transport = new SocketTransport(`socket://${peer.address}`, clock)
  await transport.open()
  await vi.waitUntil(() => peer.hasConnection())
  peer.connection().pause()
  const writing = transport.write(new Uint8Array(64 * 1024 * 1024)).catch((thrown: unknown) => thrown)
  await settle()
  const closing = transport.close()
  await clock.advance(2_000)
  await closing
  expect(await writing).toMatchObject({ code: expect.stringMatching(/cancelled|port-gone/) as string })
})
