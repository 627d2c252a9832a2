import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { systemClock } from '../../shared/clock'
import { BoardFiles } from '../../main/protocol/boardFiles'
import { probe } from '../../main/protocol/probe'
import { RawRepl } from '../../main/protocol/rawRepl'
import { openableTransport } from '../../main/transport/openableTransport'
import type { Transport } from '../../main/transport/transport'
import { type BoardOnPty, startBoardOnPty } from '../rig/boardOnPty'
import { type Ser2net, startSer2net } from '../rig/ser2net'
import { wireOf } from '../rig/transportWire'

let board: BoardOnPty

beforeAll(async () => {
  board = await startBoardOnPty()
})
afterAll(() => board.dispose())

/** A port opened by its name, closed again when the test has finished. */
function portAt(path: string): Transport {
  const transport = openableTransport({ path, kind: 'network', name: path, hasHardwareId: false }, { clock: systemClock })
  onTestFinished(() => transport.close())
  return transport
}

async function serverFor(device: string): Promise<Ser2net> {
  const server = await startSer2net(device)
  onTestFinished(() => server.dispose())
  return server
}

/** Every value a byte can have, telnet's own among them, several times. */
const everyByte = Uint8Array.from({ length: 4_096 }, (_, index) => (index * 7 + (index >> 8)) % 256)

describe.each(['socket', 'rfc2217'] as const)('a board behind %s://', (kind) => {
  test('runs code, and holds a file with every value of a byte unharmed', async () => {
    const server = await serverFor(board.path)
    const transport = portAt(server[kind])
    const wire = wireOf(transport, systemClock)
    await transport.open()
    const repl = await RawRepl.enter(wire)
    expect(new TextDecoder().decode((await repl.exec('print(6*7)')).output)).toBe('42\r\n')
    const files = new BoardFiles(repl, await probe(repl))
    await files.writeFile('/every.bin', everyByte)
    expect(await files.readFile('/every.bin')).toEqual(everyByte)
    expect(await repl.leave()).toBe(true)
  })

  test('is told as gone when its server dies, and never says anything again', async () => {
    const server = await serverFor(board.path)
    const transport = portAt(server[kind])
    const gone = vi.fn()
    transport.onGone(gone)
    await transport.open()
    await server.kill()
    await vi.waitUntil(() => gone.mock.calls.length === 1, { timeout: 5_000 })
    await expect(transport.write(Uint8Array.of(13))).rejects.toMatchObject({ code: 'port-gone' })
  })

  test('is told as gone when its cable is pulled at the server', async () => {
    const own = await startBoardOnPty()
    onTestFinished(() => own.dispose())
    const server = await serverFor(own.path)
    const transport = portAt(server[kind])
    const gone = vi.fn()
    const heard = vi.fn()
    transport.onGone(gone)
    transport.onData(heard)
    await transport.open()
    await transport.write(Uint8Array.of(13))
    await vi.waitUntil(() => heard.mock.calls.length > 0, { timeout: 5_000 })
    await own.vanish()
    await vi.waitUntil(() => gone.mock.calls.length === 1, { timeout: 5_000 })
  })
})
