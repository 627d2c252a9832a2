import { PlotData, type ViewRequest } from './plotData'
import type { FromWorker, ToWorker } from './plotMessages'

/** Reads numbers out of the boards' output, off the thread that draws. */
const boards = new Map<string, PlotData>()
/** What numbers without a label are called. */
let unnamed: string | undefined
/** A view that waits for something new; the page asks for one at a time. */
let waiting: { channel: string; version: number; request: ViewRequest } | null = null

function dataOf(channel: string): PlotData {
  let data = boards.get(channel)
  if (data === undefined) {
    data = new PlotData(undefined, unnamed)
    boards.set(channel, data)
  }
  return data
}

function answer(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}

function answerWaiting(): void {
  if (waiting === null) return
  const { channel, request } = waiting
  const data = dataOf(channel)
  if (data.version === waiting.version) return
  waiting = null
  const begun = performance.now()
  const view = data.view(request)
  const milliseconds = performance.now() - begun
  answer({ type: 'view', channel, version: data.version, view, milliseconds }, [view.xs.buffer, ...view.ys.map((ys) => ys.buffer)])
}

self.onmessage = ({ data: message }: MessageEvent<ToWorker>): void => {
  switch (message.type) {
    case 'unnamed':
      unnamed = message.name
      break
    case 'output': {
      const data = dataOf(message.channel)
      if (message.fresh) data.clear()
      for (const piece of message.pieces) {
        if (piece === 'gap') data.gap()
        else if (piece === 'line') data.restartLine()
        else if (piece === 'run') data.beginRun()
        else data.push(piece)
      }
      answer({ type: 'taken', id: message.id })
      break
    }
    case 'clear':
      dataOf(message.channel).clear()
      break
    case 'view':
      dataOf(message.channel).hold(message.request.end !== null)
      waiting = message
      break
  }
  answerWaiting()
}
