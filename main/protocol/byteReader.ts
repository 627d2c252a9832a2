import type { Clock } from '../../shared/clock'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { Disposable } from '../../shared/lifecycle'
import { ByteQueue } from './byteQueue'

/** How long a read may wait. Without `timeoutMs` it waits until the reader fails or the signal aborts. */
export interface ReadOptions {
  timeoutMs?: number
  signal?: AbortSignal
}

/** Against a board that never falls silent: so many times the silence that is waited for. */
const LONGEST_PRINTING = 10

/** Looks at what is buffered and answers undefined while that isn't enough. */
type Attempt = () => Uint8Array | undefined

interface Waiting {
  attempt: Attempt
  settle(bytes: Uint8Array): void
  reject(error: AppError): void
}

/**
 * What the board sends, read in order. A read ends fully or throws `timeout`, `cancelled`, or what `fail` was given (`port-gone`);
 * then nothing is lost: the bytes stay buffered. One read at a time: a second one throws `busy`.
 */
export class ByteReader {
  private readonly queue = new ByteQueue()
  private waiting: Waiting | undefined
  private failure: AppError | undefined

  constructor(private readonly clock: Clock) {}

  /** How many bytes can be read without waiting. */
  get buffered(): number {
    return this.queue.length
  }

  /** Adds bytes from the board. The reader owns the array from now on. */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.queue.push(bytes)
    this.advance()
  }

  /** Ends every waiting read, and every later one once the buffered bytes don't suffice. The first error stays. */
  fail(error: AppError): void {
    this.failure ??= error
    this.advance()
  }

  /** At least one byte, at most `maxBytes`. */
  receive(maxBytes: number, options: ReadOptions = {}): Promise<Uint8Array> {
    return this.read(() => (this.queue.length === 0 ? undefined : this.queue.take(Math.min(maxBytes, this.queue.length))), options)
  }

  /** Exactly `count` bytes. */
  receiveExactly(count: number, options: ReadOptions = {}): Promise<Uint8Array> {
    return this.read(() => (this.queue.length < count ? undefined : this.queue.take(count)), options)
  }

  /** What comes before the delimiter, which is consumed; the rest is kept. Throws `too-large` when `maxBytes` come without it. */
  receiveUntil(delimiter: Uint8Array, maxBytes: number, options: ReadOptions = {}): Promise<Uint8Array> {
    let searched = 0
    return this.read(() => {
      const at = this.queue.indexOf(delimiter, searched)
      if (at >= 0 && at <= maxBytes) {
        const found = this.queue.take(at)
        this.queue.take(delimiter.length)
        return found
      }
      if (this.queue.length > maxBytes + delimiter.length) {
        throw new AppError('too-large', t('The board sent more than {{maxBytes}} bytes where fewer were due', { maxBytes }), {
          limit: maxBytes,
        })
      }
      searched = Math.max(0, this.queue.length - delimiter.length + 1)
      return undefined
    }, options)
  }

  /**
   * Everything that comes until the line has been silent for `timeoutMs` (20 by default), or `limit` bytes came, or a board that prints without
   * pause has been heard for ten times that long. May be empty; never throws `timeout`.
   */
  async receiveAvailable(limit: number, { timeoutMs = 20, signal }: ReadOptions = {}): Promise<Uint8Array> {
    const collected = new ByteQueue()
    const end = this.clock.monotonic() + timeoutMs * LONGEST_PRINTING
    while (collected.length < limit && this.clock.monotonic() < end) {
      try {
        collected.push(await this.receive(limit - collected.length, { timeoutMs, signal }))
      } catch (thrown) {
        if (thrown instanceof AppError && thrown.code === 'timeout') break
        this.unread(collected.takeAll())
        throw thrown
      }
    }
    return collected.takeAll()
  }

  /** Everything buffered, at once. */
  takeBuffered(): Uint8Array {
    return this.queue.takeAll()
  }

  /** Puts bytes back in front of what is buffered. */
  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.queue.unshift(bytes)
    this.advance()
  }

  private async read(attempt: Attempt, { timeoutMs, signal }: ReadOptions): Promise<Uint8Array> {
    if (this.waiting !== undefined) throw new AppError('busy', t('Two readers at once'))
    if (signal?.aborted === true) throw cancelled(signal)
    const ready = attempt()
    if (ready !== undefined) return ready
    if (this.failure !== undefined) throw this.failure
    return await new Promise<Uint8Array>((resolve, reject) => {
      // What ends the wait takes it away at once, so that bytes pushed right after it stay buffered.
      const end = (): void => {
        if (this.waiting === waiting) this.waiting = undefined
        timer?.dispose()
        signal?.removeEventListener('abort', abort)
      }
      const waiting: Waiting = {
        attempt,
        settle(bytes) {
          end()
          resolve(bytes)
        },
        reject(error) {
          end()
          reject(error)
        },
      }
      const abort = (): void => waiting.reject(cancelled(signal))
      const timer: Disposable | undefined =
        timeoutMs === undefined
          ? undefined
          : this.clock.after(timeoutMs, () =>
              waiting.reject(new AppError('timeout', t('The board was silent for {{timeoutMs}} ms', { timeoutMs }))),
            )
      signal?.addEventListener('abort', abort)
      this.waiting = waiting
    })
  }

  /** Lets the waiting read look again. */
  private advance(): void {
    const waiting = this.waiting
    if (waiting === undefined) return
    try {
      const bytes = waiting.attempt()
      if (bytes !== undefined) waiting.settle(bytes)
      else if (this.failure !== undefined) waiting.reject(this.failure)
    } catch (thrown) {
      waiting.reject(AppError.from(thrown))
    }
  }
}

function cancelled(signal: AbortSignal | undefined): AppError {
  const reason: unknown = signal?.reason
  return reason instanceof AppError ? reason : new AppError('cancelled', t('Called off'))
}
