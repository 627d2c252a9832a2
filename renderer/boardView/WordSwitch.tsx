interface WordSwitchProps {
  words: readonly string[]
  shown: number
}

/** One of a few words, at one place. All are laid out, and one can be seen and read out: to change it costs no layout, however often it does. */
export function WordSwitch({ words, shown }: WordSwitchProps): React.JSX.Element {
  return (
    <span className="word-switch">
      {words.map((word, index) => (
        <span key={index} data-shown={index === shown}>
          {word}
        </span>
      ))}
    </span>
  )
}
