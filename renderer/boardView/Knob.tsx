import { memo, useRef } from 'react'
import { FIXED_PINS } from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { setInputs } from '../actions/hardwareActions'
import { inputOf, useHardware } from '../stores/hardwareStore'
import { knobAngle, knobShare } from './knobTurn'
import { Part } from './Part'
import { percent, voltWords } from './pinWords'
import './controls.css'

const TICKS = Array.from({ length: 11 }, (_, index) => knobAngle(index / 10))

/** The knob: drawn as one, and a slider for keys and screen readers. Dragging points it. */
export const Knob = memo(function Knob(): React.JSX.Element {
  const share = useHardware(inputOf('knob'))
  const slider = useRef<HTMLInputElement>(null)
  const shown = percent(share)
  const point = (event: React.PointerEvent<HTMLSpanElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = (event.clientX - box.x) / (box.width / 2) - 1
    const y = (event.clientY - box.y) / (box.height / 2) - 1
    const next = knobShare(x, y, share)
    if (next !== null && next !== share) setInputs({ knob: Math.round(next * 1_000) / 1_000 })
  }
  return (
    <Part name={t('Knob')} pin={FIXED_PINS.knob} words={t('{{share}}%', { share: shown })}>
      <span
        className="knob"
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.preventDefault() // the focus belongs to the slider
          event.currentTarget.setPointerCapture(event.pointerId)
          slider.current?.focus()
          point(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) point(event)
        }}
      >
        <input
          ref={slider}
          className="knob-slider"
          type="range"
          min={0}
          max={100}
          value={shown}
          aria-label={t('Knob')}
          aria-valuetext={t('{{share}}%, {{voltage}}', { share: shown, voltage: voltWords(share) })}
          onChange={(event) => setInputs({ knob: event.target.valueAsNumber / 100 })}
        />
        <svg viewBox="-26 -26 52 52" aria-hidden="true">
          {TICKS.map((angle) => (
            <line key={angle} className="knob-tick" y1={-25} y2={-21.5} transform={`rotate(${angle})`} />
          ))}
          <circle className="knob-side" r={18.5} cy={1} />
          <circle className="knob-top" r={16.5} />
          <line className="knob-pointer" y1={-15} y2={-7} transform={`rotate(${knobAngle(share)})`} />
        </svg>
      </span>
    </Part>
  )
})
