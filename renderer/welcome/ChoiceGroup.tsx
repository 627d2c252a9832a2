import { useId } from 'react'

interface Choice<T extends string> {
  value: T
  label: string
  /** Says more, below the label. */
  words?: string
  drawing?: React.ReactNode
  /** The label's language, where it is not the window's. */
  lang?: string
}

interface ChoiceGroupProps<T extends string> {
  name: string
  label: string
  value: T
  choices: readonly Choice<T>[]
  /** Gives the chosen one the keyboard when the group appears. */
  autoFocus?: boolean
  onChange: (value: T) => void
}

/** One of a few: radio buttons drawn as cards. Arrow keys choose. */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>): React.JSX.Element {
  const { name, label, value, choices, autoFocus = false, onChange } = props
  const id = useId()
  return (
    <div className="choices" role="radiogroup" aria-labelledby={id}>
      <h2 className="choices-label" id={id}>
        {label}
      </h2>
      <div className="choices-row">
        {choices.map((choice) => (
          <label key={choice.value} className="choice" lang={choice.lang}>
            <input
              className="choice-input"
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              autoFocus={autoFocus && choice.value === value}
              aria-label={choice.label}
              aria-describedby={choice.words === undefined ? undefined : `${id}-${choice.value}`}
              onChange={() => onChange(choice.value)}
            />
            {choice.drawing}
            <span className="choice-name">{choice.label}</span>
            {choice.words === undefined ? null : (
              <span className="choice-words" id={`${id}-${choice.value}`}>
                {choice.words}
              </span>
            )}
          </label>
        ))}
      </div>
    </div>
  )
}
