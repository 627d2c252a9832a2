import { isNarrow, isTight } from '../layout/useNarrow'
import { useLayout } from '../stores/layoutStore'
import { useShell } from '../stores/shellStore'
import { replaceText, textOf } from '../editor/models'
import { showWelcome } from '../editor/openTabs'
import { documentId } from '../../shared/layout'
import { isLessonDone, type Lesson } from './lesson'
import { lessonOf, LESSONS } from './lessons'

/** Beside a window narrower than this, explorer and lessons together leave too little for the code. Pixels. */
const ROOM_FOR_BOTH = 1_440

/** True while the explorer is away only because of the lessons. */
let madeRoom = false

/** Shows a lesson beside the code and puts the keyboard there; without one, that which is next. */
export function openLessons(lesson: Lesson = nextUp()): void {
  const { lessonsOpen, explorerOpen } = useLayout.getState()
  useLayout.setState({ lesson: lesson.id, lessonsOpen: true })
  if (!lessonsOpen && explorerOpen && !isNarrow() && window.innerWidth < ROOM_FOR_BOTH) {
    useLayout.setState({ explorerOpen: false })
    madeRoom = true
  }
  if (isTight()) useShell.setState({ asideDrawerOpen: false })
  requestAnimationFrame(() => document.getElementById('lesson')?.focus())
}

/** Takes the lessons away; what was done of them is kept. */
export function closeLessons(): void {
  useLayout.setState({ lessonsOpen: false })
  if (madeRoom) useLayout.setState({ explorerOpen: true })
  madeRoom = false
}

/** Shows the lesson after this one; after the last, the ways to begin with something of one's own. */
export function nextLesson(lesson: Lesson): void {
  const next = LESSONS[LESSONS.indexOf(lesson) + 1]
  if (next !== undefined) {
    openLessons(next)
    return
  }
  closeLessons()
  showWelcome()
}

/** Puts a lesson's own program back into its tab; undo brings the user's. */
export function startOver({ file, program }: Lesson): void {
  const id = documentId({ side: 'untitled', name: file })
  if (textOf(id) !== null) replaceText(id, program)
}

/** The lesson shown last while it is not done, else the first that isn't. */
function nextUp(): Lesson {
  const { lesson, stepsDone } = useLayout.getState()
  const last = lessonOf(lesson)
  if (lesson !== null && !isLessonDone(last, stepsDone)) return last
  return LESSONS.find((candidate) => !isLessonDone(candidate, stepsDone)) ?? last
}
