import type { Settings } from '../../shared/settings'
import { updateSettings, useSettings } from '../stores/settingsStore'
import { useShell } from '../stores/shellStore'

/** What the first start asks for. */
export type FirstAnswers = Pick<Settings, 'language' | 'theme' | 'layout'>

/** Shows what an answer means, without keeping it. */
export function tryAnswer(answer: Partial<FirstAnswers>): void {
  useSettings.setState(answer)
}

/** Keeps the answers and opens the window. They are written also when nothing was changed, so that nobody is asked again. */
export function finishFirstStart({ language, theme, layout }: FirstAnswers): void {
  updateSettings({ language, theme, layout })
  useShell.setState({ firstStart: false })
  // The window is drawn by then; the first way to begin is under Enter.
  requestAnimationFrame(() => document.getElementById('welcome-first')?.focus())
}
