import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Services } from '../services'
import { AccessToken } from './accessToken'
import { PageServer } from './pageServer'
import { PageSocket } from './pageSocket'

/** Where the page's WebSocket lives. */
export const BRIDGE_PATH = '/bridge'

/** The largest message of a page: a file of 32 MB and what goes with it. */
const MAX_MESSAGE_BYTES = 40 * 1024 * 1024

/** A serving host that listens. */
export interface ServeHost {
  /** What to open in a browser, with the token in it. */
  readonly address: string
  readonly port: number
  close(): Promise<void>
}

/** Serves the page in `pageRoot` and joins every page that comes to the services. Rejects with `port-busy`. */
export async function startServing(services: Services, options: { port: number; pageRoot: string }): Promise<ServeHost> {
  const server = new PageServer(options.pageRoot, new AccessToken())
  const pages = new Set<PageSocket>()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
  server.http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // A browser says its Origin on every WebSocket, so one without is none of ours.
    if (request.url !== BRIDGE_PATH || request.headers.origin === undefined || !server.mayEnter(request)) {
      stream.on('error', () => stream.destroy())
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const page = new PageSocket(socket, services)
      pages.add(page)
      socket.on('close', () => pages.delete(page))
    })
  })
  await server.listen(options.port)
  services.log.write('info', `Serving on port ${server.port}`)
  return {
    address: server.address,
    port: server.port,
    async close() {
      for (const page of pages) page.dispose()
      sockets.close()
      await server.close()
    },
  }
}
