import net from 'node:net'
import { onTestFinished, vi } from 'vitest'

/** The other end of a network port: a server whose one connection a test reads and writes. */
export interface NetPeer {
  /** What stands behind `socket://`. */
  address: string
  /** Bytes that came so far. */
  received: number[]
  /** The connection; there is one when a transport has opened. */
  connection(): net.Socket
  hasConnection(): boolean
  /** Waits until the bytes stand somewhere in what came. */
  got(bytes: readonly number[]): Promise<void>
}

/** Starts a server on a free port of this computer; it ends with the test. `onConnect` sees the connection first. */
export async function startNetPeer(onConnect: (socket: net.Socket) => void = () => undefined): Promise<NetPeer> {
  const received: number[] = []
  const connections: net.Socket[] = []
  const server = net.createServer((socket) => {
    connections.push(socket)
    socket.on('error', () => undefined) // the test pulls plugs
    socket.on('data', (bytes) => received.push(...bytes))
    onConnect(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of connections) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as net.AddressInfo
  return {
    address: `127.0.0.1:${port}`,
    received,
    hasConnection: () => connections.length > 0,
    connection() {
      const [socket] = connections
      if (socket === undefined) throw new Error('Nobody has connected')
      return socket
    },
    got: (bytes) =>
      vi.waitUntil(() => Buffer.from(received).includes(Buffer.from(bytes)), { timeout: 5_000, interval: 5 }).then(() => undefined),
  }
}
