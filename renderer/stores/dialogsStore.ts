import { create } from 'zustand'

/** A choice of a question. `danger` is drawn red: it destroys something. */
export interface Choice<T extends string = string> {
  id: T
  label: string
  kind: 'primary' | 'plain' | 'danger'
}

/** A question with buttons. Escape answers null. */
export interface Question {
  type: 'question'
  title: string
  text: string
  /** Shown as a list below the text. */
  details?: readonly string[]
  choices: readonly Choice[]
  answer: (id: string | null) => void
}

/** A question for a line of text. `check` returns what is wrong with it, or null. */
export interface TextQuestion {
  type: 'text'
  title: string
  label: string
  initial: string
  /** How much of `initial` is selected at first: a file's name without its ending. */
  selectUntil?: number
  confirm: string
  check: (text: string) => string | null
  answer: (text: string | null) => void
}

/** Which button has the focus at first, so that Enter does what was meant and never destroys unasked: not a dangerous one. */
export function firstFocus(choices: readonly Choice[]): string | undefined {
  const safe = choices.filter(({ kind }) => kind !== 'danger')
  const harmless = safe.length < choices.length ? safe.at(-1) : safe[0]
  return (choices.find(({ kind }) => kind === 'primary') ?? harmless)?.id
}

interface DialogsState {
  queue: readonly (Question | TextQuestion)[]
}

/** Questions waiting for the user; the first is shown. */
export const useDialogs = create<DialogsState>(() => ({ queue: [] }))

function enqueue(dialog: Question | TextQuestion): void {
  useDialogs.setState((state) => ({ queue: [...state.queue, dialog] }))
}

function next(): void {
  useDialogs.setState((state) => ({ queue: state.queue.slice(1) }))
}

/** Asks with buttons; resolves with the chosen id, or null when called off. */
export function ask<T extends string>(question: {
  title: string
  text: string
  details?: readonly string[]
  choices: readonly Choice<T>[]
}): Promise<T | null> {
  return new Promise((resolve) => {
    enqueue({
      ...question,
      type: 'question',
      answer: (id) => {
        next()
        resolve(question.choices.find((choice) => choice.id === id)?.id ?? null)
      },
    })
  })
}

/** Asks for a line of text; resolves null when called off. */
export function askText(question: Omit<TextQuestion, 'type' | 'answer'>): Promise<string | null> {
  return new Promise((resolve) => {
    enqueue({
      ...question,
      type: 'text',
      answer: (text) => {
        next()
        resolve(text)
      },
    })
  })
}
