import { useEffect, useState } from 'react'
import { LANGUAGE_NAMES, spokenLanguage, t } from '../../shared/language/language'
import { useSettings } from '../stores/settingsStore'
import { ChoiceGroup } from './ChoiceGroup'
import { finishFirstStart, type FirstAnswers, tryAnswer } from './firstStart'
import './firstStart.css'
import { LayoutDrawing } from './LayoutDrawing'

/** What the very first start asks, before the window: language, theme and layout. Each answer is seen at once; Escape leaves all as it was. */
export function FirstStart(): React.JSX.Element {
  const { language, theme, layout } = useSettings()
  const [before] = useState<FirstAnswers>({ language, theme, layout })

  useEffect(() => {
    const skipOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing) skip(before)
    }
    window.addEventListener('keydown', skipOnEscape)
    return () => window.removeEventListener('keydown', skipOnEscape)
  }, [before])

  return (
    <main className="first-start">
      <form
        className="first-card"
        aria-labelledby="first-title"
        onSubmit={(event) => {
          event.preventDefault()
          finishFirstStart({ language, theme, layout })
        }}
      >
        <header>
          <h1 id="first-title">{t('Welcome to Perfboard')}</h1>
          <p className="first-lead">{t('Choose how it looks. All of this can be changed later in Settings.')}</p>
        </header>
        <ChoiceGroup
          name="language"
          label={t('Language')}
          value={spokenLanguage()}
          autoFocus
          choices={[
            { value: 'en', label: LANGUAGE_NAMES.en, lang: 'en' },
            { value: 'de', label: LANGUAGE_NAMES.de, lang: 'de' },
          ]}
          onChange={(value) => tryAnswer({ language: value })}
        />
        <ChoiceGroup
          name="theme"
          label={t('Theme')}
          value={theme}
          choices={[
            { value: 'system', label: t('As the system') },
            { value: 'dark', label: t('Dark') },
            { value: 'light', label: t('Light') },
          ]}
          onChange={(value) => tryAnswer({ theme: value })}
        />
        <ChoiceGroup
          name="layout"
          label={t('Layout')}
          value={layout}
          choices={[
            {
              value: 'simple',
              label: t('Simple'),
              words: t('What a beginner needs, in larger rows.'),
              drawing: <LayoutDrawing layout="simple" />,
            },
            {
              value: 'full',
              label: t('Full'),
              words: t('Every view and button at hand.'),
              drawing: <LayoutDrawing layout="full" />,
            },
          ]}
          onChange={(value) => tryAnswer({ layout: value })}
        />
        <div className="first-buttons">
          <button type="button" className="button" onClick={() => skip(before)}>
            {t('Skip')}
          </button>
          <button type="submit" className="button button-filled">
            {t('Start')}
          </button>
        </div>
      </form>
    </main>
  )
}

/** All as it was before anything was tried. */
function skip(before: FirstAnswers): void {
  tryAnswer(before)
  finishFirstStart(before)
}
