import type net from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Rfc2217Transport } from '../../../main/transport/rfc2217Transport'
import { DO, DONT, IAC, subnegotiation, TelnetDecoder, WILL, WONT } from '../../../main/transport/telnetCodec'
import { FakeClock, settle } from '../../rig/fakeClock'
import { type NetPeer, startNetPeer } from '../../rig/netPeer'

const COM_PORT = 44

/** What a server does that takes everything: answers each setting with its own value, but for what `change` says. */
function comPortServer(asked: string[], change: (command: number, value: Uint8Array) => Uint8Array | undefined = (_, value) => value) {
  return (socket: net.Socket): void => {
    const decoder = new TelnetDecoder({
      onData: () => undefined,
      onNegotiation: (verb, option) =>
        socket.write(Uint8Array.of(IAC, verb === WILL ? DO : verb === DO ? WILL : verb === WONT ? DONT : WONT, option)),
      onSubnegotiation: (_option, [command = 0, ...rest]) => {
        asked.push(`${command}: ${rest.join(' ')}`)
        const answer = change(command, Uint8Array.from(rest))
        if (answer !== undefined) socket.write(subnegotiation(COM_PORT, Uint8Array.of(command + 100, ...answer)))
      },
    })
    socket.on('data', (bytes) => decoder.feed(new Uint8Array(bytes)))
  }
}

function transportTo(peer: NetPeer, options: ConstructorParameters<typeof Rfc2217Transport>[1] = {}): Rfc2217Transport {
  const transport = new Rfc2217Transport(`rfc2217://${peer.address}`, options)
  onTestFinished(() => transport.close())
  return transport
}

test('opening sets the speed and the form of a byte, and moves no line that could reset a board', async () => {
  const asked: string[] = []
  const transport = transportTo(await startNetPeer(comPortServer(asked)), { baudRate: 115_200 })
  await transport.open()
  expect(asked).toEqual(['10: 0', '11: 0', '1: 0 1 194 0', '2: 8', '3: 1', '4: 1', '5: 1'])
})

test('signal lines are moved one after the other, and each is proved by the server’s answer', async () => {
  const asked: string[] = []
  const transport = transportTo(await startNetPeer(comPortServer(asked)))
  await transport.open()
  asked.length = 0
  expect(transport.hasSignals).toBe(true)
  await transport.setSignals({ dtr: false, rts: true })
  expect(asked).toEqual(['5: 9', '5: 11'])
})

test('a line that the server leaves as it was is told, not taken for moved', async () => {
  const server = comPortServer([], (command, value) => (command === 5 && value[0] === 8 ? Uint8Array.of(9) : value))
  const transport = transportTo(await startNetPeer(server))
  await transport.open()
  await expect(transport.setSignals({ dtr: true })).rejects.toMatchObject({ code: 'not-available' })
})

test('a speed that the server’s port can’t do fails the opening', async () => {
  const server = comPortServer([], (command, value) => (command === 1 ? Uint8Array.of(0, 0, 37, 128) : value))
  await expect(transportTo(await startNetPeer(server)).open()).rejects.toMatchObject({ code: 'port-failed' })
})

test('a server that refuses the option, or knows no telnet, is named as no such server', async () => {
  const refusing = await startNetPeer((socket) => {
    socket.on('data', () => socket.write(Uint8Array.of(IAC, DONT, COM_PORT)))
  })
  await expect(transportTo(refusing).open()).rejects.toMatchObject({ code: 'port-failed' })
  const clock = new FakeClock()
  const deaf = await startNetPeer()
  const opening = transportTo(deaf, { clock }).open()
  const failed = expect(opening).rejects.toMatchObject({ code: 'port-failed' })
  await deaf.got([IAC, WILL, COM_PORT])
  await clock.advance(3_000)
  await failed
})

test('a setting that is never answered ends in a timeout', async () => {
  const clock = new FakeClock()
  const asked: string[] = []
  const transport = transportTo(await startNetPeer(comPortServer(asked, (command, value) => (command === 3 ? undefined : value))), {
    clock,
  })
  const failed = expect(transport.open()).rejects.toMatchObject({ code: 'timeout' })
  await vi.waitUntil(() => asked.includes('3: 1'))
  await settle()
  await clock.advance(3_000)
  await failed
})

test('a write waits while the server asks for it, and goes on when it may', async () => {
  const peer = await startNetPeer(comPortServer([]))
  const transport = transportTo(peer)
  await transport.open()
  peer.connection().write(subnegotiation(COM_PORT, Uint8Array.of(108)))
  peer.connection().write('mark')
  await new Promise<void>((resolve) => {
    transport.onData(() => resolve())
  })
  let isWritten = false
  const writing = transport.write(Uint8Array.of(1, 255, 2)).then(() => {
    isWritten = true
  })
  await settle()
  expect(isWritten).toBe(false)
  peer.connection().write(subnegotiation(COM_PORT, Uint8Array.of(109)))
  await writing
  await peer.got([1, 255, 255, 2])
})

test('a server that asks who we are is told', async () => {
  const peer = await startNetPeer(comPortServer([]))
  await transportTo(peer).open()
  peer.connection().write(subnegotiation(COM_PORT, Uint8Array.of(100)))
  await peer.got([...Buffer.from('Perfboard')])
})
