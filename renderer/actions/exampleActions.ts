import { focusEditor } from '../editor/currentEditor'
import { openExample } from '../editor/exampleTab'
import { showAside } from '../layout/layoutActions'
import type { Lesson } from '../lessons/lesson'
import { lessonOf } from '../lessons/lessons'
import { showPanel } from '../stores/layoutStore'
import { reportFailure } from '../stores/noticesStore'
import { activeSession } from '../stores/sessionsStore'
import { connect } from './connectionActions'
import { runActive } from './runActions'

/** Connects the virtual board, opens blink.py, runs it there, and shows the board. */
export function runBlink(): Promise<void> {
  return runExample(lessonOf('blink'))
}

/**
 * Opens a lesson's program in a tab, as the user has left it, and runs it on the virtual board, whose parts it needs. What would show
 * that it works is brought in sight.
 */
export async function runExample(lesson: Lesson): Promise<void> {
  try {
    if (activeSession()?.port.kind !== 'virtual' || activeSession()?.state.kind === 'closed') await connect('virtual')
    if (activeSession()?.port.kind !== 'virtual') return
    openExample(lesson)
    showAside('board')
    showPanel(lesson.panel)
    requestAnimationFrame(focusEditor) // what comes next is a change of the text
    await runActive()
  } catch (error) {
    reportFailure('The example could not be run', error)
  }
}
