import { usePointed } from './pointedStore'
import { pinName } from './pinWords'

interface PartProps {
  /** Its name, and the pin that it hangs on; read by eyes only, as what is drawn has a name of its own. */
  name: string
  pin: number
  /** What it does now. */
  words?: React.ReactNode
  tone?: 'on' | 'off'
  /** A small button behind the pin. */
  more?: React.ReactNode
  children: React.ReactNode
}

/** A part on the board: its picture, and its label beside it. */
export function Part({ name, pin, words, tone = 'off', more, children }: PartProps): React.JSX.Element {
  return (
    <div
      className="part"
      data-tone={tone}
      onPointerEnter={() => usePointed.setState({ pin })}
      onPointerLeave={() => usePointed.setState({ pin: null })}
      onFocus={() => usePointed.setState({ pin })}
      onBlur={() => usePointed.setState({ pin: null })}
    >
      <span className="part-picture">{children}</span>
      <span className="part-label" aria-hidden="true">
        <span className="part-name">{name}</span>
        <span className="part-pin">{pinName(pin)}</span>
        {words === undefined ? null : <span className="part-words">{words}</span>}
      </span>
      {more}
    </div>
  )
}
