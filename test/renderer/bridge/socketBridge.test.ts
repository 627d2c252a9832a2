import { beforeEach, describe, expect, it } from 'vitest'
import { type Socket, SocketBridge } from '../../../renderer/bridge/socketBridge'
import { decodeFrame, encodeFrame, type Message } from '../../../shared/contract/frame'
import { FakeClock } from '../../rig/fakeClock'

class FakeSocket implements Socket {
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onmessage: ((frame: Uint8Array) => void) | null = null
  readonly sent: Message[] = []
  send(frame: Uint8Array): void {
    this.sent.push(decodeFrame(frame))
  }
  close(): void {
    this.onclose?.()
  }
  answer(message: Message): void {
    this.onmessage?.(encodeFrame(message))
  }
}

let clock: FakeClock
let sockets: FakeSocket[]
let bridge: SocketBridge

const last = (): FakeSocket => {
  const socket = sockets.at(-1)
  if (socket === undefined) throw new Error('no socket was opened')
  return socket
}

beforeEach(() => {
  clock = new FakeClock()
  sockets = []
  bridge = new SocketBridge(() => {
    const socket = new FakeSocket()
    sockets.push(socket)
    return socket
  }, clock)
})

describe('the bridge over a WebSocket', () => {
  it('sends what was asked before the connection stood, as soon as it stands', async () => {
    const ports = bridge.request('ports.list', {})
    expect(last().sent).toEqual([])
    last().onopen?.()
    expect(last().sent).toEqual([{ kind: 'request', id: 1, name: 'ports.list', params: {} }])
    last().answer({ kind: 'result', id: 1, result: [] })
    expect(await ports).toEqual([])
  })

  it('gives each answer to its question, also out of order, with bytes as bytes', async () => {
    last().onopen?.()
    const first = bridge.request('board.readFile', { session: 's', path: '/a', stop: 'refuse' })
    const second = bridge.request('board.readFile', { session: 's', path: '/b', stop: 'refuse' })
    last().answer({ kind: 'result', id: 2, result: new Uint8Array([2, 0, 255]) })
    last().answer({ kind: 'result', id: 1, result: new Uint8Array([1]) })
    expect([await first, await second]).toEqual([new Uint8Array([1]), new Uint8Array([2, 0, 255])])
  })

  it('rebuilds failures with their code and facts', async () => {
    last().onopen?.()
    const asked = bridge.request('session.open', { port: 'COM5' })
    last().answer({ kind: 'error', id: 1, error: { code: 'port-busy', message: 'In use', details: { holder: 'screen' } } })
    await expect(asked).rejects.toMatchObject({ code: 'port-busy', details: { holder: 'screen' } })
  })

  it('leaves no question open when the connection drops, and says so at once', async () => {
    const lost: boolean[] = []
    bridge.onLost((now) => lost.push(now))
    last().onopen?.()
    const asked = bridge.request('ports.list', {})
    last().close()
    await expect(asked).rejects.toMatchObject({ code: 'connection-lost' })
    await expect(bridge.request('ports.list', {})).rejects.toMatchObject({ code: 'connection-lost' })
    expect(lost).toEqual([true])
  })

  it('connects again by itself, ever more patiently, and says when it is back', async () => {
    const lost: boolean[] = []
    bridge.onLost((now) => lost.push(now))
    last().onopen?.()
    last().close()
    const tries: number[] = []
    for (let ms = 0; ms < 20_000; ms += 250) {
      const before = sockets.length
      await clock.advance(250)
      if (sockets.length > before) {
        tries.push(ms + 250)
        last().close()
      }
    }
    expect(tries).toEqual([250, 750, 1_750, 3_750, 7_750, 12_750, 17_750])
    await clock.advance(5_000)
    last().onopen?.()
    expect(lost).toEqual([true, false])
    const ports = bridge.request('ports.list', {})
    expect(last().sent).toHaveLength(1)
    last().answer({ kind: 'result', id: 1, result: [] })
    expect(await ports).toEqual([])
  })

  it('hands on events that fit the contract, and only those', () => {
    last().onopen?.()
    const removed: string[] = []
    const undo = bridge.on('session.removed', ({ session }) => removed.push(session))
    last().answer({ kind: 'event', name: 'session.removed', payload: { session: 'a' } })
    last().answer({ kind: 'event', name: 'session.removed', payload: { session: 7 } })
    last().answer({ kind: 'event', name: 'no.such.event', payload: {} })
    undo.dispose()
    last().answer({ kind: 'event', name: 'session.removed', payload: { session: 'b' } })
    expect(removed).toEqual(['a'])
    expect(last().sent.map((message) => message.kind === 'request' && message.name)).toEqual(['log.write', 'log.write'])
  })

  it('drops a connection that does not speak the contract', () => {
    const lost: boolean[] = []
    bridge.onLost((now) => lost.push(now))
    last().onopen?.()
    last().onmessage?.(new Uint8Array([1, 2]))
    expect(lost).toEqual([true])
  })
})
