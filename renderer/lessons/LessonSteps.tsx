import { Circle, CircleCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { t } from '../../shared/language/language'
import { ICON } from '../layout/icons'
import { useLayout } from '../stores/layoutStore'
import { isLessonDone, type Lesson, type LessonStep, stepKey } from './lesson'

/** What there is to do in a lesson; each is ticked by itself once it was done, and said to whoever can't see that. */
export function LessonSteps({ lesson }: { lesson: Lesson }): React.JSX.Element {
  const stepsDone = useLayout((state) => state.stepsDone)
  const isDone = (step: LessonStep): boolean => stepsDone.includes(stepKey(lesson, step))
  const count = lesson.steps.filter(isDone).length
  const list = useRef<HTMLOListElement>(null)
  const before = useRef(count)
  useEffect(() => {
    if (before.current === count) return
    before.current = count
    list.current?.querySelector('.lesson-step:not(.lesson-step-done)')?.scrollIntoView({ block: 'nearest' }) // what is next
  }, [count])
  return (
    <>
      <h4>{t('Do this')}</h4>
      <ol className="lesson-steps" ref={list}>
        {lesson.steps.map((step) => (
          <li key={step.id} className={isDone(step) ? 'lesson-step lesson-step-done' : 'lesson-step'}>
            {isDone(step) ? <CircleCheck size={ICON} aria-hidden="true" /> : <Circle size={ICON} aria-hidden="true" />}
            <span>
              {isDone(step) ? <span className="visually-hidden">{t('Done:')} </span> : null}
              {t(step.text)}
            </span>
          </li>
        ))}
      </ol>
      <p className="lesson-news" role="status">
        {isLessonDone(lesson, stepsDone)
          ? t('Well done. That was this lesson.')
          : count === 0
            ? ''
            : t('{{done}} of {{all}} done', { done: count, all: lesson.steps.length })}
      </p>
    </>
  )
}
