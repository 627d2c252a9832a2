import type { StateMark } from './stateWords'

/** The sign of a state: its shape says it too, not its colour alone. */
export function StateMarkSign({ mark }: { mark: StateMark }): React.JSX.Element {
  return (
    <svg className="state-mark" width="12" height="12" viewBox="0 0 12 12" aria-hidden>
      {shape(mark)}
    </svg>
  )
}

function shape(mark: StateMark): React.JSX.Element {
  const ring = { cx: 6, cy: 6, r: 4.5, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 }
  switch (mark) {
    case 'hollow':
      return <circle {...ring} />
    case 'dashed':
      return <circle {...ring} strokeDasharray="2.4 2.3" />
    case 'half':
      return (
        <>
          <circle {...ring} />
          <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
        </>
      )
    case 'full':
      return <circle cx="6" cy="6" r="5" fill="currentColor" />
    case 'triangle':
      return <path d="M3 1.5v9l7.5-4.5z" fill="currentColor" />
    case 'bar':
      return <rect x="1" y="4" width="10" height="4" rx="2" fill="currentColor" />
    case 'struck':
      return (
        <>
          <circle {...ring} />
          <path d="M1.5 10.5l9-9" stroke="currentColor" strokeWidth="1.5" />
        </>
      )
    default:
      return mark satisfies never
  }
}
