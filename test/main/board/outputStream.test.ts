import { describe, expect, it } from 'vitest'
import type { OutputItem } from '../../../shared/board'
import { BACKLOG_BYTES, BATCH_BYTES, FRAME_MS, type OutputBatch, STALL_MS, WINDOW_BYTES } from '../../../main/board/outputFollower'
import { OutputStream, SCROLLBACK_BYTES } from '../../../main/board/outputStream'
import { FakeClock } from '../../rig/fakeClock'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (items: readonly OutputItem[]): string =>
  items
    .map((item) =>
      item.kind === 'bytes' ? new TextDecoder().decode(item.bytes) : item.kind === 'marker' ? `[${item.text}]` : `[${item.lines} skipped]`,
    )
    .join('')
const sizeOf = (items: readonly OutputItem[]): number =>
  items.reduce((sum, item) => sum + (item.kind === 'bytes' ? item.bytes.length : 0), 0)

interface Window {
  batches: OutputBatch[]
  text(): string
  acknowledge(): void
  close(): void
}

function openWindow(stream: OutputStream): Window {
  const batches: OutputBatch[] = []
  const following = stream.follow((batch) => batches.push(batch))
  return {
    batches,
    text: () => textOf(batches.flatMap(({ items }) => items)),
    acknowledge: () => following.acknowledge(batches.at(-1)?.seq ?? 0),
    close: () => following.dispose(),
  }
}

describe('the output on its way to a window', () => {
  it('a window that opens late gets what was there, in order with our own lines', () => {
    const stream = new OutputStream(new FakeClock())
    stream.append(bytes('one\r\n'))
    stream.marker('Run a.py')
    stream.append(bytes('two'))
    stream.append(bytes('three'))
    expect(textOf(stream.follow(() => undefined).items)).toBe('one\r\n[Run a.py]twothree')
  })

  it('scrollback stays near its limit and keeps the newest whole lines', () => {
    const stream = new OutputStream(new FakeClock())
    const line = `${'x'.repeat(98)}\r\n`
    for (let at = 0; at < SCROLLBACK_BYTES * 2; at += line.length) stream.append(bytes(line))
    stream.append(bytes('the end'))
    const { items } = stream.follow(() => undefined)
    expect(sizeOf(items)).toBeLessThanOrEqual(SCROLLBACK_BYTES)
    expect(sizeOf(items)).toBeGreaterThan(SCROLLBACK_BYTES / 2)
    expect(textOf(items).startsWith('xxx')).toBe(true)
    expect(textOf(items).split('\r\n')[0]).toHaveLength(98)
    expect(textOf(items).endsWith('the end')).toBe(true)
  })

  it('bytes that come one by one arrive at most once a frame, none lost', async () => {
    const clock = new FakeClock()
    const stream = new OutputStream(clock)
    const window = openWindow(stream)
    const sent = Array.from({ length: 1_000 }, (_, index) => String.fromCharCode(97 + (index % 26)))
    for (const char of sent) stream.append(bytes(char))
    await clock.advance(FRAME_MS)
    expect(window.batches.length).toBeLessThanOrEqual(2)
    expect(window.text()).toBe(sent.join(''))
  })

  it('no batch is larger than a window can draw in a frame', async () => {
    const clock = new FakeClock()
    const stream = new OutputStream(clock)
    const window = openWindow(stream)
    stream.append(new Uint8Array(BATCH_BYTES * 3))
    await clock.advance(FRAME_MS * 4)
    expect(window.batches.map(({ items }) => sizeOf(items))).toEqual([BATCH_BYTES, BATCH_BYTES, BATCH_BYTES])
    expect(window.batches.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('a window that draws slowly gets no more than it can take, and everything once it has caught up', async () => {
    const clock = new FakeClock()
    const stream = new OutputStream(clock)
    const window = openWindow(stream)
    stream.append(new Uint8Array(WINDOW_BYTES * 3))
    await clock.advance(500)
    expect(sizeOf(window.batches.flatMap(({ items }) => items))).toBe(WINDOW_BYTES)
    for (let round = 0; round < 4; round++) {
      window.acknowledge()
      await clock.advance(500)
    }
    expect(sizeOf(window.batches.flatMap(({ items }) => items))).toBe(WINDOW_BYTES * 3)
  })

  it('the board is held back while a window is far behind, and goes on when it has caught up', async () => {
    const clock = new FakeClock()
    const stream = new OutputStream(clock)
    const held: boolean[] = []
    stream.onPressure((on) => held.push(on))
    const window = openWindow(stream)
    for (let sent = 0; sent <= BACKLOG_BYTES + WINDOW_BYTES + BATCH_BYTES; sent += 32_768) stream.append(new Uint8Array(32_768))
    await clock.advance(200)
    expect(held).toEqual([true])
    for (let round = 0; round < 8; round++) {
      window.acknowledge()
      await clock.advance(100)
    }
    expect(held).toEqual([true, false])
  })

  it('without a window the board is never held back', () => {
    const stream = new OutputStream(new FakeClock())
    const held: boolean[] = []
    stream.onPressure((on) => held.push(on))
    stream.append(new Uint8Array(BACKLOG_BYTES * 4))
    expect(held).toEqual([])
  })

  it('a window that is closed while it holds the board back lets it go on', async () => {
    const clock = new FakeClock()
    const stream = new OutputStream(clock)
    const held: boolean[] = []
    stream.onPressure((on) => held.push(on))
    const window = openWindow(stream)
    stream.append(new Uint8Array(BACKLOG_BYTES * 2))
    await clock.advance(100)
    window.close()
    expect(held).toEqual([true, false])
  })

  it('while a program is being stopped no window holds the board back', async () => {
    const clock = new FakeClock()
    const stream = new OutputStream(clock)
    const held: boolean[] = []
    stream.onPressure((on) => held.push(on))
    const window = openWindow(stream)
    for (let sent = 0; sent < BACKLOG_BYTES * 2; sent += 32_768) stream.append(new Uint8Array(32_768))
    const hurry = stream.hurry()
    expect(held).toEqual([true, false])
    for (let sent = 0; sent < BACKLOG_BYTES * 8; sent += 32_768) stream.append(new Uint8Array(32_768))
    stream.append(bytes('the end'))
    hurry.dispose()
    for (let round = 0; round < 80; round++) {
      window.acknowledge()
      await clock.advance(FRAME_MS)
    }
    expect(window.text().endsWith('the end')).toBe(true)
    expect(sizeOf(window.batches.flatMap(({ items }) => items))).toBeLessThan(BACKLOG_BYTES * 2)
  })

  it('a frozen window gets a gap with its length, and neither the board nor another window waits for it', async () => {
    const clock = new FakeClock()
    const stream = new OutputStream(clock)
    const held: boolean[] = []
    stream.onPressure((on) => held.push(on))
    const frozen = openWindow(stream)
    const line = bytes(`${'y'.repeat(62)}\r\n`)
    const lines = (BACKLOG_BYTES * 2) / line.length
    for (let sent = 0; sent < lines; sent++) stream.append(line)
    await clock.advance(STALL_MS + 200)
    expect(held).toEqual([true, false])
    for (let sent = 0; sent < lines; sent++) stream.append(line)
    expect(held).toEqual([true, false])
    const rounds = 100
    for (let round = 0; round < rounds; round++) {
      frozen.acknowledge()
      await clock.advance(FRAME_MS)
    }
    const items = frozen.batches.flatMap((batch) => batch.items)
    const skipped = items.reduce((sum, item) => sum + (item.kind === 'skipped' ? item.lines : 0), 0)
    expect(skipped).toBeGreaterThan(0)
    expect(sizeOf(items) / line.length + skipped).toBe(lines * 2)
  })
})
