import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { AppError } from '../shared/errors'
import { t } from '../shared/language/language'
import { startApp } from './actions/startup'
import { Shell } from './layout/Shell'
import { useLanguage } from './stores/languageStore'
import { useShell } from './stores/shellStore'
import { FirstStart } from './welcome/FirstStart'

/** The window, once it knows what main has. */
export function App(): React.JSX.Element | null {
  const [started, setStarted] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const language = useLanguage((state) => state.language)
  const asking = useShell((state) => state.firstStart)
  useEffect(() => {
    let left = false
    const starting = startApp()
    starting.then(
      () => {
        if (!left) setStarted(true)
      },
      (error: unknown) => {
        if (!left) setFailure(AppError.from(error))
      },
    )
    return () => {
      left = true
      starting.then(
        (owned) => owned.dispose(),
        () => undefined, // shown already
      )
    }
  }, [])
  if (failure !== null) return <NotStarted message={failure.message} />
  if (!started) return null
  // Another language draws the window anew: texts are chosen while they are drawn.
  return <I18nProvider locale={language}>{asking ? <FirstStart /> : <Shell key={language} />}</I18nProvider>
}

function NotStarted({ message }: { message: string }): React.JSX.Element {
  return (
    <main className="not-started" role="alert">
      <h1>{t('Perfboard could not start')}</h1>
      <p>{message}</p>
      <button type="button" className="button button-filled" onClick={() => location.reload()}>
        {t('Try again')}
      </button>
    </main>
  )
}
