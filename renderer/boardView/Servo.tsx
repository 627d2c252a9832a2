import { memo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Hardware } from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { useHardware } from '../stores/hardwareStore'
import { Part } from './Part'
import { pinName } from './pinWords'
import { servoAngle } from './servoAngle'

/** A servo for each pin that speaks to one. */
export const Servos = memo(function Servos(): React.JSX.Element {
  const pins = useHardware(useShallow(servoPins))
  return (
    <>
      {pins.map((pin) => (
        <Servo key={pin} pin={pin} />
      ))}
    </>
  )
})

/** Pins whose PWM moves a servo. Where an LED or the buzzer hangs, there is none. */
export function servoPins({ state, wiring }: Pick<Hardware, 'state' | 'wiring'>): number[] {
  const others: number[] = [wiring.redLed, wiring.blueLed, wiring.buzzer]
  return state.pins.filter((pin) => servoAngle(pin) !== null && !others.includes(pin.id)).map(({ id }) => id)
}

function Servo({ pin }: { pin: number }): React.JSX.Element {
  const angle = useHardware(({ state }) => {
    const now = state.pins[pin]
    return now === undefined ? 0 : (servoAngle(now) ?? 0)
  })
  const words = t('{{angle}}°', { angle })
  return (
    <Part name={t('Servo')} pin={pin} words={words} tone="on">
      <svg className="servo" viewBox="0 0 44 44" role="img" aria-label={t('Servo, {{pin}}: {{angle}}°', { pin: pinName(pin), angle })}>
        <rect className="servo-ear" x={2} y={20} width={40} height={8} rx={2} />
        <rect className="servo-body" x={7} y={12} width={30} height={24} rx={3} />
        <g className="servo-horn" style={{ transform: `rotate(${angle - 90}deg)` }}>
          <path d="M18.5 22 L20 4 a2 2 0 0 1 4 0 L25.5 22 Z" />
          <circle cx={22} cy={22} r={5} />
        </g>
        <circle className="servo-screw" cx={22} cy={22} r={1.6} />
      </svg>
    </Part>
  )
}
