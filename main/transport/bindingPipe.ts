import type { Clock } from '../../shared/clock'
import { t } from '../../shared/language/language'
import { type BytePipe, READ_SIZE } from './bytePipe'
import { withLimit } from './limit'
import type { OpenPort } from './serialBinding'
import { WRITE_STALL_MS } from './transport'

/** Bits on the line for a byte: start, eight of data, stop. */
const BITS_PER_BYTE = 10
const SMALLEST_PIECE = 64

/** Reads and writes through the binding's own calls, where a descriptor can't be used directly (Windows). */
export class BindingPipe implements BytePipe {
  private readonly pool = Buffer.allocUnsafe(READ_SIZE)
  private readonly piece: number

  constructor(
    private readonly port: Pick<OpenPort, 'read' | 'write'>,
    private readonly clock: Clock,
    baudRate: number,
  ) {
    // A write tells nothing before its end: a piece is what the line carries in a second, so that a slow line isn't taken for a stalled one.
    this.piece = Math.max(SMALLEST_PIECE, Math.floor(baudRate / BITS_PER_BYTE))
  }

  async read(): Promise<Uint8Array> {
    const { bytesRead } = await this.port.read(this.pool, 0, this.pool.length)
    return new Uint8Array(this.pool.subarray(0, bytesRead))
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += this.piece) {
      const piece = Buffer.from(bytes.subarray(at, at + this.piece))
      await withLimit(this.clock, WRITE_STALL_MS, t('Writing'), this.port.write(piece))
    }
  }
}
