import { create } from 'zustand'
import { AppError } from '../../shared/errors'

/** A button of a notice; the notice goes when it is pressed. */
export interface NoticeAction {
  label: string
  run: () => void
}

/** Says what happened, why, and what to do. Errors stay until they are closed. */
export interface Notice {
  id: number
  tone: 'info' | 'ok' | 'warn' | 'error'
  /** What happened, as a sentence. */
  title: string
  /** Why, and what to do. */
  text?: string
  actions: readonly NoticeAction[]
}

interface NoticesState {
  notices: readonly Notice[]
}

export const useNotices = create<NoticesState>(() => ({ notices: [] }))

let nextId = 1
const KEPT = 5

/** Shows a notice and returns its id. An equal notice that is still shown is replaced, not repeated. */
export function showNotice(notice: Omit<Notice, 'id' | 'actions'> & { actions?: readonly NoticeAction[] }): number {
  const id = nextId++
  useNotices.setState((state) => ({
    notices: [...state.notices.filter((old) => old.title !== notice.title), { actions: [], ...notice, id }].slice(-KEPT),
  }))
  return id
}

export function dismissNotice(id: number): void {
  useNotices.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }))
}

/** Shows a failure with its cause. What the user called off is no failure. */
export function reportFailure(title: string, thrown: unknown, actions: readonly NoticeAction[] = []): void {
  const error = AppError.from(thrown)
  if (error.code === 'cancelled') return
  showNotice({ tone: 'error', title, text: error.message, actions })
}
