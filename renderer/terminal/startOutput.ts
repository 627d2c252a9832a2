import { type Disposable, DisposableStore } from '../../shared/lifecycle'
import { bridge } from '../bridge/bridge'
import { LessonWatch } from '../lessons/lessonWatch'
import { registerPlotterCommands } from '../plotter/plotterCommands'
import { plotClient } from '../plotter/plotStore'
import { registerProblemsCommands } from '../problems/problemsCommands'
import { OutputFeed } from './outputFeed'
import { registerTerminalCommands } from './terminalCommands'
import { drawBatch } from './terminals'

/** Called once at start, after `setBridge`: from here on every session's output reaches its terminal and the plotter, shown or not. */
export function startOutput(): Disposable {
  const owned = new DisposableStore()
  owned.add(registerTerminalCommands())
  owned.add(registerPlotterCommands())
  owned.add(registerProblemsCommands())
  const feed = owned.add(new OutputFeed(bridge()))
  owned.add(feed.addSink(drawBatch))
  owned.add(feed.addSink((batch) => plotClient().collect(batch)))
  owned.add(feed.addSink(owned.add(new LessonWatch()).sink))
  feed.start()
  return owned
}
