import { t } from '../../shared/language/language'
import type { Lesson } from './lesson'
import { LESSONS } from './lessons'

/** A lesson's accessible name: its number and title, and that it is done. */
export function lessonName(lesson: Lesson, done: boolean): string {
  const values = { number: LESSONS.indexOf(lesson) + 1, title: t(lesson.title) }
  return done ? t('{{number}} {{title}}, done', values) : t('{{number}} {{title}}', values)
}
