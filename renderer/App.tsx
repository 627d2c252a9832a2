import { useEffect, useState } from 'react'
import { AppError } from '../shared/errors'
import { t } from '../shared/language/language'
import { startApp } from './actions/startup'
import { Shell } from './layout/Shell'

/** The window, once it knows what main has. */
export function App(): React.JSX.Element | null {
  const [started, setStarted] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
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
  return started ? <Shell /> : null
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
