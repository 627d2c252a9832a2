import { readSync, writeSync } from 'node:fs'
import type { Clock } from '../../shared/clock'
import { t } from '../../shared/language/language'
import { type BytePipe, READ_SIZE } from './bytePipe'
import { withLimit } from './limit'
import type { UnixPort } from './serialBinding'
import { WRITE_STALL_MS } from './transport'

/** libuv's event bits, as the binding's poller takes them. */
const READABLE = 1
const WRITABLE = 2

/** Bytes written before the event loop gets a turn, so that a large write doesn't keep others waiting. */
const WRITE_TURN = 64 * 1024

type Readiness = 'readable' | 'writable'

/**
 * Reads and writes the port's descriptor itself, with the binding's poller, because the binding's own `read` and `write`
 * - spin at full speed for ever when the port hangs up between two reads (they take 0 bytes as "try again");
 * - stop listening for bytes while they wait to write, so that two sides that write to each other both stall;
 * - tell nothing of a write's progress.
 * The descriptor is non-blocking: the synchronous calls take what is there and return.
 */
export class UnixPipe implements BytePipe {
  private readonly pool = Buffer.allocUnsafe(READ_SIZE)
  private readonly waiting = new Map<Readiness, (error: Error | null) => void>()

  constructor(
    private readonly port: UnixPort,
    private readonly clock: Clock,
  ) {
    for (const event of ['readable', 'writable'] as const) {
      port.poller.on(event, (error: Error | null) => {
        this.settle(event, error)
      })
    }
  }

  async read(): Promise<Uint8Array> {
    for (;;) {
      await this.ready('readable')
      const count = this.attempt((fd) => readSync(fd, this.pool, 0, this.pool.length, null))
      if (count === 0) throw new Error('The port hung up')
      if (count !== null) return new Uint8Array(this.pool.subarray(0, count))
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    let done = 0
    let turn = 0
    while (done < bytes.length) {
      const taken = this.attempt((fd) => writeSync(fd, bytes, done)) ?? 0
      done += taken
      turn += taken
      if (taken > 0 && turn < WRITE_TURN) continue
      turn = 0
      await withLimit(this.clock, WRITE_STALL_MS, t('Writing'), this.ready('writable'))
    }
  }

  /** What the call returns; null when the system has nothing to give or take just now. */
  private attempt(call: (fd: number) => number): number | null {
    if (this.port.fd === null) throw new Error('The port is closed')
    try {
      return call(this.port.fd)
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException
      if (code === 'EAGAIN' || code === 'EINTR') return null
      throw thrown
    }
  }

  private ready(event: Readiness): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.port.fd === null) {
        reject(new Error('The port is closed'))
        return
      }
      this.waiting.set(event, (error) => {
        if (error === null) resolve()
        else reject(error)
      })
      this.poll()
    })
  }

  private settle(event: Readiness, error: Error | null): void {
    const waiter = this.waiting.get(event)
    this.waiting.delete(event)
    if (error === null) this.poll()
    waiter?.(error)
  }

  /** A poll replaces the one before it: always ask for everything that is awaited. */
  private poll(): void {
    if (this.port.fd === null) return
    this.port.poller.poll((this.waiting.has('readable') ? READABLE : 0) | (this.waiting.has('writable') ? WRITABLE : 0))
  }
}
