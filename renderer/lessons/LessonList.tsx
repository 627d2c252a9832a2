import { Check, GraduationCap } from 'lucide-react'
import { t } from '../../shared/language/language'
import { ICON } from '../layout/icons'
import { useLayout } from '../stores/layoutStore'
import { isLessonDone } from './lesson'
import { openLessons } from './lessonActions'
import { LESSONS } from './lessons'

/** All lessons by name, for the page Welcome. */
export function LessonList(): React.JSX.Element {
  const stepsDone = useLayout((state) => state.stepsDone)
  const count = LESSONS.filter((lesson) => isLessonDone(lesson, stepsDone)).length
  return (
    <section className="lesson-list" aria-labelledby="welcome-lessons">
      <h3 id="welcome-lessons">
        <GraduationCap size={ICON} aria-hidden="true" />
        {t('First steps')}
        <span className="lesson-list-count">{t('{{done}} of {{all}} done', { done: count, all: LESSONS.length })}</span>
      </h3>
      <ol>
        {LESSONS.map((lesson, at) => {
          const done = isLessonDone(lesson, stepsDone)
          return (
            <li key={lesson.id}>
              <button
                type="button"
                className="lesson-row"
                aria-label={done ? t('{{title}}, done', { title: t(lesson.title) }) : undefined}
                onClick={() => openLessons(lesson)}
              >
                <span className={done ? 'lesson-row-sign lesson-row-done' : 'lesson-row-sign'} aria-hidden="true">
                  {done ? <Check size={14} aria-hidden="true" /> : at + 1}
                </span>
                {t(lesson.title)}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
