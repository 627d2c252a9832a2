import { Undo2, X } from 'lucide-react'
import { t } from '../../shared/language/language'
import { runExample } from '../actions/exampleActions'
import { ActionButton } from '../layout/ActionButton'
import { ICON, RunIcon } from '../layout/icons'
import { useLayout } from '../stores/layoutStore'
import { useLessonsShown } from './useLessonsShown'
import { useActiveSession } from '../stores/sessionsStore'
import { isLessonDone, type Lesson } from './lesson'
import { closeLessons, nextLesson, startOver } from './lessonActions'
import { LessonBar } from './LessonBar'
import { lessonOf, LESSONS } from './lessons'
import { LessonSteps } from './LessonSteps'
import './lessons.css'

/** The first steps, beside the code: one lesson at a time. */
export function LessonsPane(): React.JSX.Element | null {
  const shown = useLessonsShown()
  const lesson = lessonOf(useLayout((state) => state.lesson))
  if (!shown) return null
  return (
    <section className="lessons" aria-label={t('First steps')}>
      <header className="lessons-head">
        <h2>{t('First steps')}</h2>
        <ActionButton label={t('Close first steps')} icon={X} iconOnly onPress={closeLessons} />
      </header>
      <LessonBar lesson={lesson} />
      <LessonPage key={lesson.id} lesson={lesson} />
    </section>
  )
}

function LessonPage({ lesson }: { lesson: Lesson }): React.JSX.Element {
  const done = useLayout((state) => isLessonDone(lesson, state.stepsDone))
  const last = LESSONS.at(-1) === lesson
  const running = useActiveSession()?.state.kind === 'running' // then Stop is what stands out
  const kind = (stands: boolean): string => (stands && !running ? 'button button-filled' : 'button button-outline')
  return (
    <>
      <div className="lesson" id="lesson" role="group" aria-labelledby="lesson-title" tabIndex={0}>
        <h3 id="lesson-title">{t(lesson.title)}</h3>
        {lesson.words.map((words) => (
          <p key={words}>{t(words)}</p>
        ))}
        <LessonSteps lesson={lesson} />
        <h4>{t('It worked when')}</h4>
        <p>{t(lesson.worked)}</p>
      </div>
      <footer className="lesson-buttons">
        <button type="button" className={kind(!done)} onClick={() => void runExample(lesson)}>
          <RunIcon size={ICON} aria-hidden="true" />
          {t('Open and run')}
        </button>
        <button type="button" className={kind(done)} onClick={() => nextLesson(lesson)}>
          {last ? t('Finish') : t('Next')}
        </button>
        <ActionButton
          className="lesson-again"
          iconOnly
          icon={Undo2}
          label={t('Start over')}
          hint={t('Puts the lesson’s own program back.')}
          onPress={() => startOver(lesson)}
        />
      </footer>
    </>
  )
}
