import { speak } from '../../shared/language/language'
import { type Disposable, toDisposable } from '../../shared/lifecycle'
import { useLanguage } from '../stores/languageStore'
import { languageFor, useSettings } from '../stores/settingsStore'

/** Speaks as the settings say from now on. Another language draws the window anew; what is open, running and typed stays as it is. */
export function followLanguage(): Disposable {
  const apply = (): void => {
    const language = languageFor(useSettings.getState())
    if (language === useLanguage.getState().language) return
    const focused = document.activeElement?.id ?? ''
    speak(language)
    document.documentElement.lang = language
    useLanguage.setState({ language })
    // What had the focus is another element of the same id now.
    if (focused !== '') requestAnimationFrame(() => document.getElementById(focused)?.focus())
  }
  apply()
  return toDisposable(useSettings.subscribe(apply))
}
