import type { OutputItem } from '../../shared/board'

/** Small pieces are put together up to this length, so that a board that sends byte by byte costs no item a byte. */
const MERGED_BYTES = 4_096
/** What a marker or a gap counts for beside its text. */
const ITEM_COST = 16
const NEWLINE = 0x0a

/** What an item counts for against a limit, in bytes. */
export function itemCost(item: OutputItem): number {
  if (item.kind === 'bytes') return item.bytes.length
  return item.kind === 'marker' ? item.text.length + ITEM_COST : ITEM_COST
}

/** Output in order, with its size in bytes. */
export class ItemList {
  private items: OutputItem[] = []
  private size = 0

  /** Bytes kept, markers counted by their text. */
  get bytes(): number {
    return this.size
  }

  push(item: OutputItem): void {
    this.size += itemCost(item)
    const last = this.items.at(-1)
    if (item.kind === 'bytes' && last?.kind === 'bytes' && last.bytes.length + item.bytes.length <= MERGED_BYTES) {
      this.items[this.items.length - 1] = { kind: 'bytes', bytes: concatBytes([last.bytes, item.bytes]) }
    } else {
      this.items.push(item)
    }
  }

  /** Everything, oldest first; the list keeps it. */
  all(): OutputItem[] {
    return [...this.items]
  }

  /** Removes the oldest items, up to about `maxBytes`, with neighbouring bytes joined. */
  take(maxBytes: number): OutputItem[] {
    const taken: OutputItem[] = []
    let room = maxBytes
    let count = 0
    for (const item of this.items) {
      const cost = itemCost(item)
      if (cost > room) {
        if (item.kind === 'bytes' && room > 0) {
          taken.push({ kind: 'bytes', bytes: item.bytes.subarray(0, room) })
          this.items[count] = { kind: 'bytes', bytes: item.bytes.subarray(room) }
          room = 0
        }
        break
      }
      taken.push(item)
      room -= cost
      count++
    }
    this.items.splice(0, count)
    this.size -= maxBytes - room
    return joinBytes(taken)
  }

  /** Drops the oldest until at most `keepBytes` are left, cutting behind a line's end where there is one; answers how many lines went. */
  dropTo(keepBytes: number): number {
    let lines = 0
    let count = 0
    for (const item of this.items) {
      const excess = this.size - keepBytes
      if (excess <= 0) break
      const cost = itemCost(item)
      if (item.kind === 'bytes' && cost > excess) {
        const end = item.bytes.indexOf(NEWLINE, excess - 1)
        const cut = end === -1 ? excess : end + 1
        lines += countLines(item.bytes.subarray(0, cut))
        this.items[count] = { kind: 'bytes', bytes: item.bytes.subarray(cut) }
        this.size -= cut
        break
      }
      lines += item.kind === 'bytes' ? countLines(item.bytes) : item.kind === 'skipped' ? item.lines : 1
      this.size -= cost
      count++
    }
    this.items.splice(0, count)
    return lines
  }
}

/** One array of several. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function joinBytes(items: readonly OutputItem[]): OutputItem[] {
  const joined: OutputItem[] = []
  let run: Uint8Array[] = []
  const flush = (): void => {
    if (run.length > 0) joined.push({ kind: 'bytes', bytes: concatBytes(run) })
    run = []
  }
  for (const item of items) {
    if (item.kind === 'bytes') {
      run.push(item.bytes)
    } else {
      flush()
      joined.push(item)
    }
  }
  flush()
  return joined
}

function countLines(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines++
  return lines
}
