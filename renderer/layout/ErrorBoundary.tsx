import { CircleAlert } from 'lucide-react'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { logError } from '../actions/logError'
import { ICON } from './icons'
import './errorBoundary.css'

interface ErrorBoundaryProps {
  /** What of the window this is, as a sentence goes on, in English: `The terminal`. */
  part: string
  /** `fill` takes the part's place; `row` is as low as a bar; `float` is for what lies above the window. */
  shape?: 'fill' | 'row' | 'float'
  /** Called before the part is drawn again: puts away what it may have failed at. */
  onTryAgain?: () => void
  children: ReactNode
}

interface ErrorBoundaryState {
  error: AppError | null
}

/** Keeps a fault in one part of the window from taking the others with it: says what happened, logs it, and draws the part again when asked. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { error: AppError.from(thrown) }
  }

  override componentDidCatch(thrown: unknown, { componentStack }: ErrorInfo): void {
    logError(`${this.props.part} failed`, thrown, componentStack ?? '')
  }

  override render(): ReactNode {
    const { part, shape = 'fill', children } = this.props
    const { error } = this.state
    if (error === null) return children
    return (
      <div className={`part-failed part-failed-${shape}`} role="alert">
        <CircleAlert className="part-failed-sign" size={ICON} aria-hidden />
        <p>
          <strong>{t('{{part}} stopped working.', { part: t(part) })}</strong> <span>{error.message}</span>
        </p>
        <button type="button" className="button button-outline" onClick={this.tryAgain}>
          {t('Try again')}
        </button>
      </div>
    )
  }

  private readonly tryAgain = (): void => {
    this.props.onTryAgain?.()
    this.setState({ error: null })
  }
}
