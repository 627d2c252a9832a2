import { Volume2, VolumeX } from 'lucide-react'
import { memo, useEffect, useState } from 'react'
import { t } from '../../shared/language/language'
import { ActionButton } from '../layout/ActionButton'
import { useHardware } from '../stores/hardwareStore'
import { BuzzerSound, buzzerPitch } from './buzzerSound'
import { noteName } from './noteName'
import { Part } from './Part'
import { frequencyWords, pinName } from './pinWords'

/** The buzzer: its pitch in words and as rings, and as sound for those who want that. */
export const Buzzer = memo(function Buzzer(): React.JSX.Element {
  const pin = useHardware(({ wiring }) => wiring.buzzer)
  const pitch = useHardware(({ state }) => buzzerPitch(state.pins[pin]))
  const [audible, setAudible] = useState(false)
  const [sound] = useState(() => new BuzzerSound())
  useEffect(() => sound.play(audible ? pitch : null), [sound, audible, pitch])
  useEffect(() => () => sound.dispose(), [sound])
  const words = pitch === null ? t('silent') : frequencyWords(pitch)
  const note = pitch === null ? null : noteName(pitch)
  return (
    <Part
      name={t('Buzzer')}
      pin={pin}
      words={note === null ? words : `${words} ${note}`}
      tone={pitch === null ? 'off' : 'on'}
      more={
        <ActionButton
          className="part-lock"
          label={t('Sound')}
          hint={t('Lets you hear the buzzer.')}
          icon={audible ? Volume2 : VolumeX}
          iconOnly
          pressed={audible}
          onPress={() => setAudible(!audible)}
        />
      }
    >
      <span className="buzzer" role="img" aria-label={buzzerLabel(pinName(pin), words, note)} data-sounding={pitch !== null}>
        <span className="buzzer-body" />
      </span>
    </Part>
  )
})

function buzzerLabel(pin: string, words: string, note: string | null): string {
  if (note === null) return t('Buzzer, {{pin}}: {{state}}', { pin, state: words })
  return t('Buzzer, {{pin}}: {{state}}, note {{note}}', { pin, state: words, note })
}
