import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../../shared/language/language'
import { ActionButton } from '../layout/ActionButton'
import type { SessionTerminal } from './sessionTerminal'
import { useTerminal } from './terminalStore'

/** Searches the terminal's text, scrollback included. */
export function FindBar({ terminal }: { terminal: SessionTerminal }): React.JSX.Element {
  const [text, setText] = useState('')
  const [matches, setMatches] = useState({ resultIndex: -1, resultCount: 0 })
  const close = (): void => {
    useTerminal.setState({ findOpen: false })
    terminal.focus()
  }
  useEffect(() => {
    const found = terminal.onMatches(setMatches)
    return () => {
      found.dispose()
      terminal.endFind()
    }
  }, [terminal])

  return (
    <div
      className="terminal-find"
      role="search"
      aria-label={t('Find in terminal')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <input
        type="text"
        className="field terminal-find-text"
        aria-label={t('Find in terminal')}
        placeholder={t('Find in terminal')}
        autoFocus
        value={text}
        onChange={({ target: { value } }) => {
          setText(value)
          terminal.find(value, 'previous') // what came last is what one looks for
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') terminal.find(text, event.shiftKey ? 'previous' : 'next')
        }}
      />
      <span className="terminal-find-count" aria-live="polite">
        {countWords(text, matches)}
      </span>
      <ActionButton
        iconOnly
        label={t('Previous match')}
        keys="Shift+Enter"
        icon={ArrowUp}
        onPress={() => terminal.find(text, 'previous')}
      />
      <ActionButton iconOnly label={t('Next match')} keys="Enter" icon={ArrowDown} onPress={() => terminal.find(text, 'next')} />
      <ActionButton iconOnly label={t('Close find')} keys="Escape" icon={X} onPress={close} />
    </div>
  )
}

function countWords(text: string, { resultIndex, resultCount }: { resultIndex: number; resultCount: number }): string {
  if (text === '') return ''
  if (resultCount === 0) return t('No matches')
  // The search stops counting at its highlight limit, and then knows no index.
  return resultIndex < 0
    ? t('{{number}}+ matches', { number: resultCount })
    : t('{{at}} of {{number}}', { at: resultIndex + 1, number: resultCount })
}
