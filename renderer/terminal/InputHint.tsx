import { Keyboard } from 'lucide-react'
import { useMemo } from 'react'
import { t } from '../../shared/language/language'
import { type InputCall, inputCalls } from '../python/inputCalls'
import { useRun } from '../stores/runStore'
import { useActiveSession } from '../stores/sessionsStore'

/** While a program runs that asks with input(): that it waits for what is typed here. */
export function InputHint(): React.JSX.Element | null {
  const session = useActiveSession()
  const running = session?.state.kind === 'running' ? session.state.program.name : null
  const last = useRun((state) => (session === null ? undefined : state.lastText[session.id]))
  const text = last !== undefined && last.name === running ? last.text : ''
  const calls = useMemo(() => inputCalls(text), [text])
  const [first] = calls
  if (first === undefined) return null
  return (
    <div className="input-hint" role="status">
      <Keyboard size={16} aria-hidden />
      <span>{hintWords(first, calls)}</span>
    </div>
  )
}

/** An input() without a text is the trap: nothing shows that the program waits. */
function hintWords(first: InputCall, calls: readonly InputCall[]): string {
  const silent = calls.find(({ hasPrompt }) => !hasPrompt)
  return silent === undefined
    ? t('At input(), line {{line}}, this program waits: type your answer here and press Enter', { line: first.line })
    : t('At input(), line {{line}}, this program waits without a word: type here and press Enter. input("Your answer? ") would say so', {
        line: silent.line,
      })
}
