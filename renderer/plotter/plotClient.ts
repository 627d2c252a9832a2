import type { OutputItem } from '../../shared/board'
import { t } from '../../shared/language/language'
import { type Disposable, toDisposable } from '../../shared/lifecycle'
import type { FeedBatch } from '../terminal/outputFeed'
import type { PlotView, ViewRequest } from './plotData'
import type { FromWorker, OutputPiece, ToWorker } from './plotMessages'

/** Views a second at most: more can't be told apart. */
const VIEW_INTERVAL_MS = 1_000 / 30
/** A view of millions of points takes its time: the worker has at least this many times as long for reading output. */
const REST = 3

/** The page's end of the plot's worker. */
export class PlotClient implements Disposable {
  private readonly worker = new Worker(new URL('./plotWorker.ts', import.meta.url), { type: 'module' })
  private readonly taken = new Map<number, () => void>()
  private nextId = 1
  private watch: { channel: string; request: ViewRequest; draw: (view: PlotView) => void } | null = null
  private timer: number | null = null
  private failed = false

  constructor(onFailure: (error: Error) => void) {
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data)
    this.worker.onerror = (event) => {
      // The terminal must not wait for a plot that will never be.
      this.failed = true
      for (const done of this.taken.values()) done()
      this.taken.clear()
      onFailure(new Error(event.message))
    }
    this.send({ type: 'unnamed', name: t('Value') })
  }

  /** Collects a batch; resolves when the worker has read it. */
  collect(batch: FeedBatch): Promise<void> {
    if (this.failed) return Promise.resolve()
    const id = this.nextId++
    this.send({ type: 'output', channel: batch.channel, id, pieces: batch.items.map(piece), fresh: batch.fresh })
    return new Promise((resolve) => this.taken.set(id, resolve))
  }

  clear(channel: string): void {
    this.send({ type: 'clear', channel })
  }

  /** Draws a view now and after each change, until disposed. There is one watcher; a new one takes the place of the old. */
  watchView(channel: string, request: ViewRequest, draw: (view: PlotView) => void): Disposable {
    const own = { channel, request, draw }
    this.watch = own
    this.ask(-1)
    return toDisposable(() => {
      if (this.watch === own) this.watch = null
    })
  }

  dispose(): void {
    this.worker.terminate()
    if (this.timer !== null) clearTimeout(this.timer)
    for (const done of this.taken.values()) done()
    this.taken.clear()
  }

  private receive(message: FromWorker): void {
    if (message.type === 'taken') {
      this.taken.get(message.id)?.()
      this.taken.delete(message.id)
      return
    }
    if (this.watch?.channel !== message.channel) return
    this.watch.draw(message.view)
    this.timer ??= window.setTimeout(
      () => {
        this.timer = null
        this.ask(message.version)
      },
      Math.max(VIEW_INTERVAL_MS, message.milliseconds * REST),
    )
  }

  private ask(version: number): void {
    if (this.watch !== null) this.send({ type: 'view', channel: this.watch.channel, version, request: this.watch.request })
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message)
  }
}

function piece(item: OutputItem): OutputPiece {
  switch (item.kind) {
    case 'bytes':
      return item.bytes
    case 'marker':
      return item.starts ?? 'line'
    case 'skipped':
      return 'gap'
  }
}
