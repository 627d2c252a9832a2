import { Check } from 'lucide-react'
import { t } from '../../shared/language/language'
import { useLayout } from '../stores/layoutStore'
import { isLessonDone, type Lesson } from './lesson'
import { openLessons } from './lessonActions'
import { lessonName } from './lessonName'
import { LESSONS } from './lessons'

/** The lessons by number: which there are, which are done, and the way to each. */
export function LessonBar({ lesson: shown }: { lesson: Lesson }): React.JSX.Element {
  const stepsDone = useLayout((state) => state.stepsDone)
  return (
    <nav className="lesson-bar" aria-label={t('Lessons')}>
      {LESSONS.map((lesson, at) => {
        const done = isLessonDone(lesson, stepsDone)
        return (
          <button
            key={lesson.id}
            type="button"
            className={done ? 'lesson-number lesson-number-done' : 'lesson-number'}
            aria-label={lessonName(lesson, done)}
            aria-current={lesson === shown ? 'step' : undefined}
            title={t(lesson.title)}
            onClick={() => openLessons(lesson)}
          >
            {done ? <Check size={14} aria-hidden="true" /> : at + 1}
          </button>
        )
      })}
    </nav>
  )
}
