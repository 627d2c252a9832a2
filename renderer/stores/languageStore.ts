import { create } from 'zustand'
import type { Language } from '../../shared/language/language'

/** The language that the window is drawn in; who draws texts anew when it changes follows this. */
export const useLanguage = create<{ language: Language }>(() => ({ language: 'en' }))
