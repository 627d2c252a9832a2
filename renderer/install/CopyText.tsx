import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../shared/language/language'
import { ICON } from '../layout/icons'
import { reportFailure } from '../stores/noticesStore'

/** An address or a command for elsewhere, with a button that copies it. Nothing is opened. */
export function CopyText({ text }: { text: string }): React.JSX.Element {
  const [copied, setCopied] = useState(false)
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      (error: unknown) => reportFailure(t('The clipboard could not be used'), error),
    )
  }
  return (
    <span className="copy-text">
      <code>{text}</code>
      <button
        type="button"
        className="button copy-text-button"
        aria-label={copied ? t('Copied: {{text}}', { text }) : t('Copy {{text}}', { text })}
        onClick={copy}
        onBlur={() => setCopied(false)}
      >
        {copied ? <Check size={ICON} aria-hidden /> : <Copy size={ICON} aria-hidden />}
        <span>{copied ? t('Copied') : t('Copy')}</span>
      </button>
    </span>
  )
}
