import { create } from 'zustand'
import { type Language, languageOf, t } from '../../shared/language/language'
import { defaultSettings, type Settings, type SettingsPatch } from '../../shared/settings'
import { bridge } from '../bridge/bridge'
import { reportFailure } from './noticesStore'

/** The user's settings; main keeps them. */
export const useSettings = create<Settings>(() => defaultSettings)

/** Changes settings here at once and in main for good. */
export function updateSettings(patch: SettingsPatch): void {
  useSettings.setState(patch)
  bridge()
    .request('settings.update', { patch })
    .catch((error: unknown) => {
      reportFailure(t('The settings could not be saved'), error)
    })
}

/** The language that these settings ask for. */
export function languageFor({ language }: Settings): Language {
  return language === 'system' ? languageOf(navigator.language) : language
}
