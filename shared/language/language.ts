import i18next from 'i18next'
import { z } from 'zod'
import { german } from './german'
import { englishPlurals } from './plurals'

/** The languages of the window. A text that has no translation is shown in English. */
export const Language = z.enum(['en', 'de'])
export type Language = z.infer<typeof Language>

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

// English texts are the keys. Values come from boards and disks: they are put in as they are, and never looked at for keys.
void i18next.init({
  lng: 'en',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  contextSeparator: '|',
  interpolation: { escapeValue: false, skipOnVariables: true },
  initAsync: false,
  resources: { en: { translation: englishPlurals }, de: { translation: german } },
})

/** The language of a locale such as `de-AT`; English where there is none. */
export function languageOf(locale: string): Language {
  const known = Language.safeParse(locale.slice(0, 2).toLowerCase())
  return known.success ? known.data : 'en'
}

/** What `t` speaks from now on. Texts that are on the screen already stay as they are. */
export function speak(language: Language): void {
  void i18next.changeLanguage(language)
}

/** The language of `t`. */
export function spokenLanguage(): Language {
  return languageOf(i18next.language)
}

/**
 * The text in the user's language. `text` is English, with `{{name}}` for each value; one with a number is chosen by `count`, and `context` tells
 * words apart that are one in English only (`Light|sensor` in a catalogue). To be called when something is shown, not while modules load.
 */
export function t(text: string, values?: Readonly<Record<string, string | number>>): string {
  // An English text without values stands for itself.
  if (values === undefined && i18next.language === 'en') return text
  return i18next.t(text, values ?? {})
}

/** Marks an English text that is handed to `t` later. */
export function text<T extends string>(english: T): T {
  return english
}
