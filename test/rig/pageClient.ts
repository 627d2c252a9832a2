import { WebSocket } from 'ws'
import type { EventName, EventPayload } from '../../shared/contract/events'
import { decodeFrame, encodeFrame, type Message } from '../../shared/contract/frame'
import type { Params, RequestName, Result } from '../../shared/contract/requests'
import { AppError } from '../../shared/errors'

/** How long a test waits for an answer or an event. */
const LIMIT_MS = 15_000

/** A page of the serving host without a browser: it speaks the real frames over a real WebSocket. */
export class PageClient {
  readonly messages: Message[] = []
  private readonly waiting = new Set<() => void>()
  private nextId = 1

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.messages.push(decodeFrame(data))
      for (const look of [...this.waiting]) look()
    })
  }

  /** Fetches the address as a browser would, keeps the cookie, and opens the bridge. */
  static async connect(address: string): Promise<PageClient> {
    return PageClient.join(new URL(address).origin, await fetchCookie(address))
  }

  /** Opens the bridge with a cookie that a browser has got already. */
  static async join(origin: string, cookie: string): Promise<PageClient> {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/bridge`, { headers: { Cookie: cookie, Origin: origin } })
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    return new PageClient(socket)
  }

  /** Rejects with the AppError that came back. */
  async request<N extends RequestName>(name: N, params: Params<N>): Promise<Result<N>> {
    const id = this.nextId++
    this.socket.send(encodeFrame({ kind: 'request', id, name, params }))
    const reply = await this.until(
      () => this.messages.find((message) => (message.kind === 'result' || message.kind === 'error') && message.id === id),
      name,
    )
    if (reply.kind === 'error') throw AppError.fromWire(reply.error)
    return (reply as Extract<Message, { kind: 'result' }>).result as Result<N>
  }

  /** What came of an event so far. */
  events<N extends EventName>(name: N): EventPayload<N>[] {
    return this.messages.flatMap((message) =>
      message.kind === 'event' && message.name === name ? [message.payload as EventPayload<N>] : [],
    )
  }

  /** Waits until `look` finds something among what has come. */
  async until<T>(look: () => T | undefined, what: string): Promise<T> {
    return await new Promise((resolve, reject) => {
      const attempt = (): boolean => {
        const found = look()
        if (found === undefined) return false
        clearTimeout(timer)
        this.waiting.delete(attempt)
        resolve(found)
        return true
      }
      const timer = setTimeout(() => {
        this.waiting.delete(attempt)
        reject(new Error(`Nothing came of: ${what}`))
      }, LIMIT_MS)
      if (!attempt()) this.waiting.add(attempt)
    })
  }

  close(): void {
    this.socket.terminate()
  }
}

/** Exchanges the token in the address for the cookie. */
export async function fetchCookie(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}
