import { textOf } from '../editor/models'
import { boardTree, useBoardTrees } from '../stores/boardTreeStore'
import { useDocuments } from '../stores/documentsStore'
import { useLayout } from '../stores/layoutStore'
import { lastRunDocument, useRun } from '../stores/runStore'
import { sessionOfBoard } from '../actions/boardOf'
import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import type { FeedBatch, FeedSink } from '../terminal/outputFeed'
import { isLessonDone, type Lesson, type Seen, stepKey } from './lesson'
import { lessonOfFile } from './lessons'

/** More of a run's output than this is not looked at: what a lesson prints is short. Characters. */
const KEPT = 4_000

interface WatchedRun {
  lesson: Lesson
  /** The board's key. */
  channel: string
  session: string
  program: string
  output: string
}

/** Tells from runs, their output and the board's files which steps of the lessons have been done. */
export class LessonWatch implements Disposable {
  private readonly owned = new DisposableStore()
  private readonly decoder = new TextDecoder()
  private run: WatchedRun | null = null

  constructor() {
    this.owned.add(toDisposable(useRun.subscribe(() => this.look())))
    this.owned.add(toDisposable(useBoardTrees.subscribe(() => this.look())))
  }

  /** Takes output in; never holds it up. */
  readonly sink: FeedSink = ({ channel, items, kept }: FeedBatch) => {
    if (kept) return Promise.resolve()
    for (const item of items) {
      if (item.kind === 'marker' && item.starts === 'run') this.run = begin(channel)
      if (item.kind === 'bytes' && this.run?.channel === channel && isOpen(this.run.lesson)) {
        this.run.output = (this.run.output + this.decoder.decode(item.bytes, { stream: true }).replaceAll('\r', '')).slice(-KEPT)
      }
    }
    this.look()
    return Promise.resolve()
  }

  dispose(): void {
    this.owned.dispose()
  }

  /** Steps count in their order: what comes later is not done by chance. */
  private look(): void {
    if (this.run === null || !isOpen(this.run.lesson)) return
    const { lesson } = this.run
    const seen = seenOf(this.run)
    const { stepsDone } = useLayout.getState()
    const fresh: string[] = []
    for (const step of lesson.steps) {
      const key = stepKey(lesson, step)
      if (stepsDone.includes(key)) continue
      if (!step.done(seen)) break
      fresh.push(key)
    }
    if (fresh.length > 0) useLayout.setState({ stepsDone: [...stepsDone, ...fresh] })
  }
}

/** False once nothing of the lesson is left to be noticed. */
function isOpen(lesson: Lesson): boolean {
  return !isLessonDone(lesson, useLayout.getState().stepsDone)
}

function begin(channel: string): WatchedRun | null {
  const session = sessionOfBoard(channel)?.id
  const id = session === undefined ? null : lastRunDocument(session)
  const document = id === null ? undefined : useDocuments.getState().documents[id]
  const lesson = document === undefined ? null : lessonOfFile(document.name)
  if (session === undefined || id === null || lesson === null) return null
  return { lesson, channel, session, program: textOf(id)?.text ?? '', output: '' }
}

function seenOf({ channel, session, program, output }: WatchedRun): Seen {
  const root = sessionOfBoard(channel)?.board?.root ?? '/'
  const entries = boardTree(channel).levels[root]?.entries ?? []
  return {
    program,
    output,
    stopped: useRun.getState().ended[session] === 'stopped',
    hasMain: entries.some(({ name }) => name === 'main.py'),
  }
}
