import { Pin } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { systemClock } from '../../shared/clock'
import { t } from '../../shared/language/language'
import { setInputs } from '../actions/hardwareActions'
import { ActionButton } from '../layout/ActionButton'
import { inputOf, useHardware } from '../stores/hardwareStore'
import { ButtonHold } from './buttonHold'
import { Part } from './Part'
import { pinName } from './pinWords'

interface HoldButtonProps {
  which: 'buttonA' | 'buttonBoot'
}

/** A push button: down as long as the pointer or the key is, or until it is let go again when it was held down for good. */
export const HoldButton = memo(function HoldButton({ which }: HoldButtonProps): React.JSX.Element {
  const pin = useHardware(({ wiring }) => wiring[which])
  const down = useHardware(inputOf(which))
  const held = useRef<ButtonHold | null>(null)
  const hold = (): ButtonHold => (held.current ??= new ButtonHold(systemClock, (pressed) => setInputs({ [which]: pressed })))
  useEffect(() => {
    const ours = held
    return () => ours.current?.leave()
  }, [])
  const name = which === 'buttonA' ? t('Button A') : t('Button BOOT')
  const lockName = which === 'buttonA' ? t('Hold button A down') : t('Hold button BOOT down')
  const words = down ? t('pressed') : t('released')
  return (
    <Part
      name={which === 'buttonA' ? t('Button A') : 'BOOT'}
      pin={pin}
      words={words}
      tone={down ? 'on' : 'off'}
      more={
        <ActionButton
          className="part-lock"
          label={lockName}
          hint={t('Until you let it go again. Shift and a click on the button do the same.')}
          icon={Pin}
          iconOnly
          pressed={down}
          onPress={() => hold().toggle(down)}
        />
      }
    >
      <button
        type="button"
        className="tactile"
        aria-label={name}
        aria-pressed={down}
        aria-description={t('{{pin}}. Press and hold it by mouse, Space or Enter.', { pin: pinName(pin) })}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          hold().press(down, event.shiftKey)
        }}
        onPointerUp={() => hold().release()}
        onPointerCancel={() => hold().release()}
        onLostPointerCapture={() => hold().release()}
        onKeyDown={(event) => {
          if (event.key !== ' ' && event.key !== 'Enter') return
          event.preventDefault() // the page would scroll, and a click would follow
          if (!event.repeat) hold().press(down, event.shiftKey)
        }}
        onKeyUp={(event) => {
          if (event.key !== ' ' && event.key !== 'Enter') return
          event.preventDefault()
          hold().release()
        }}
        onBlur={() => hold().release()}
        onClick={(event) => {
          if (event.detail === 0) hold().tap(down) // a screen reader's click, without a pointer
        }}
      >
        <span className="tactile-cap" />
      </button>
    </Part>
  )
})
