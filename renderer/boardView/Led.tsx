import { memo } from 'react'
import { t } from '../../shared/language/language'
import { useHardware } from '../stores/hardwareStore'
import { lightWords, litShare, seenBrightness } from './light'
import { Part } from './Part'
import { pinName } from './pinWords'
import { WordSwitch } from './WordSwitch'

interface LedProps {
  colour: 'red' | 'blue'
}

/** One of the two LEDs beside the module, as bright as its pin makes it. */
export const Led = memo(function Led({ colour }: LedProps): React.JSX.Element {
  const pin = useHardware(({ wiring }) => (colour === 'red' ? wiring.redLed : wiring.blueLed))
  const share = useHardware(({ state }) => litShare(state.pins[pin]))
  const name = colour === 'red' ? t('Red LED') : t('Blue LED')
  const words = lightWords(share)
  return (
    <Part
      name={name}
      pin={pin}
      words={<WordSwitch words={[lightWords(0), lightWords(share > 0 ? share : 1)]} shown={share > 0 ? 1 : 0} />}
      tone={share > 0 ? 'on' : 'off'}
    >
      <LedLens colour={colour} share={share} label={t('{{part}}, {{pin}}: {{state}}', { part: name, pin: pinName(pin), state: words })} />
    </Part>
  )
})

interface LedLensProps {
  colour: 'red' | 'blue' | 'green'
  share: number
  label: string
}

/** The lens of an LED with its glow. Only opacities change, which costs least. */
export function LedLens({ colour, share, label }: LedLensProps): React.JSX.Element {
  const brightness = seenBrightness(share)
  return (
    <span className={`led led-${colour}`} role="img" aria-label={label}>
      <span className="led-lens" />
      <span className="led-core" style={{ opacity: brightness }} />
      <span className="led-glow" style={{ opacity: brightness }} />
    </span>
  )
}
