import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { readPageFile } from '../host/pageFiles'
import { pageHeaders } from '../host/pageHeaders'
import type { AccessToken } from './accessToken'
import { isOurOwn } from './requestOrigin'

/** Only this machine's own programs reach it. */
const LOOPBACK = '127.0.0.1'

/** Serves the files of the page in `root` to whoever has the token. */
export class PageServer {
  readonly http: Server
  /** Where it listens; 0 before. */
  port = 0

  constructor(
    private readonly root: string,
    private readonly token: AccessToken,
  ) {
    this.http = createServer((request, response) => {
      void this.answer(request, response)
    })
  }

  /** Listens on `port` of the loopback address (0: a free one); rejects with `port-busy` when another program has it. */
  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.http.once('error', (error: NodeJS.ErrnoException) => {
        const busy = error.code === 'EADDRINUSE'
        reject(
          new AppError(
            busy ? 'port-busy' : 'internal',
            busy ? t('Another program listens on port {{port}}', { port }) : error.message,
            {},
            { cause: error },
          ),
        )
      })
      this.http.listen(port, LOOPBACK, () => {
        this.port = (this.http.address() as AddressInfo).port
        resolve()
      })
    })
  }

  /** The address to open, with the token in it. */
  get address(): string {
    return `http://${LOOPBACK}:${this.port}/?token=${this.token.text}`
  }

  /** True for a request by our own page, with the token in its cookie. */
  mayEnter(request: IncomingMessage): boolean {
    return isOurOwn(request.headers, this.port) && this.token.inCookies(request.headers.cookie, this.port)
  }

  /** Ends open connections too. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.http.close(() => resolve())
      this.http.closeAllConnections()
    })
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<ServerResponse> {
    if (!isOurOwn(request.headers, this.port)) return refuse(response, 403, 'Forbidden')
    const [address = '/', query = ''] = (request.url ?? '/').split('?', 2)
    const given = new URLSearchParams(query).get('token')
    if (given !== null) {
      if (!this.token.matches(given)) return refuse(response, 403, t('This address is of an earlier start. Use the one printed last.'))
      response.writeHead(303, {
        Location: '/',
        'Set-Cookie': this.token.setCookie(this.port),
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      })
      return response.end()
    }
    if (!this.token.inCookies(request.headers.cookie, this.port))
      return refuse(response, 403, t('Open the address that Perfboard printed, with its token.'))
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Method not allowed')
    const file = await readPageFile(this.root, address)
    if (file === null) return refuse(response, 404, 'Not found')
    // 'self' covers ws: only in newer browsers.
    const connect = `'self' ws://${request.headers.host ?? ''}`
    response.writeHead(200, { ...pageHeaders(file.type, connect), 'Content-Length': file.bytes.length })
    return response.end(request.method === 'HEAD' ? undefined : file.bytes)
  }
}

function refuse(response: ServerResponse, status: number, text: string): ServerResponse {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
  return response.end(`${text}\n`)
}
