/** What is known of a run of a lesson's program, for telling what has been done. */
export interface Seen {
  /** The text as it was run. */
  program: string
  /** What the board has printed since the run began; of a lot, the end. */
  output: string
  /** True when the user has stopped it. */
  stopped: boolean
  /** True while the board holds a main.py. */
  hasMain: boolean
}

/** One thing to do in a lesson. Its text is English, for `t`. */
export interface LessonStep {
  id: string
  text: string
  /** True for a run that shows that it was done. */
  done: (seen: Seen) => boolean
}

/** A short lesson: a few words, a program to run, and one thing to change in it. Texts are English, for `t`. */
export interface Lesson {
  id: string
  title: string
  words: readonly string[]
  steps: readonly LessonStep[]
  /** How the user sees that it worked. */
  worked: string
  /** The program's file, one of its own for each lesson. */
  file: string
  program: string
  /** What of the panel below the editor shows that it works. */
  panel: 'terminal' | 'plotter'
}

/** Under what a step that was done is remembered. */
export function stepKey(lesson: Lesson, step: LessonStep): string {
  return `${lesson.id}.${step.id}`
}

/** True when every step of the lesson has been done. */
export function isLessonDone(lesson: Lesson, stepsDone: readonly string[]): boolean {
  return lesson.steps.every((step) => stepsDone.includes(stepKey(lesson, step)))
}

/** The values that a line such as `light: 42` has had, in order. */
export function printedValues(output: string, name: string): number[] {
  return [...output.matchAll(new RegExp(`^${name}: *(-?\\d+)`, 'gm'))].map((match) => Number(match[1]))
}

/** True when a printed value has moved by that much: somebody has turned or covered what it comes from. */
export function hasMoved(output: string, name: string, least: number): boolean {
  const values = printedValues(output, name)
  return values.length > 0 && Math.max(...values) - Math.min(...values) >= least
}
