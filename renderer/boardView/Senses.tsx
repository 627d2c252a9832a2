import { Droplets, Sun, Thermometer } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { memo } from 'react'
import { FIXED_PINS } from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { setInputs } from '../actions/hardwareActions'
import { ICON } from '../layout/icons'
import { inputOf, useHardware } from '../stores/hardwareStore'
import { decimals, percent, pinName, voltWords } from './pinWords'

/** What the board's sensors feel; the user moves it. */
export function Senses(): React.JSX.Element {
  return (
    <div className="senses" role="group" aria-label={t('Around the board')}>
      <Light />
      <Temperature />
      <Humidity />
    </div>
  )
}

const Light = memo(function Light(): React.JSX.Element {
  const light = useHardware(inputOf('light'))
  const share = percent(light)
  return (
    <Sense
      name={t('Light', { context: 'sensor' })}
      place={pinName(FIXED_PINS.light)}
      icon={Sun}
      min={0}
      max={100}
      step={1}
      value={share}
      words={t('{{share}}%', { share })}
      spoken={t('{{share}}%, {{voltage}}', { share, voltage: voltWords(light) })}
      onChange={(value) => setInputs({ light: value / 100 })}
    />
  )
})

const Temperature = memo(function Temperature(): React.JSX.Element {
  const degrees = useHardware(inputOf('temperature'))
  const words = t('{{degrees}} °C', { degrees: decimals(degrees, 1) })
  return (
    <Sense
      name={t('Temperature')}
      icon={Thermometer}
      min={-40}
      max={125}
      step={0.5}
      value={degrees}
      words={words}
      spoken={words}
      onChange={(temperature) => setInputs({ temperature })}
    />
  )
})

const Humidity = memo(function Humidity(): React.JSX.Element {
  const humidity = useHardware(inputOf('humidity'))
  const words = t('{{share}}%', { share: decimals(humidity) })
  return (
    <Sense
      name={t('Humidity')}
      icon={Droplets}
      min={0}
      max={100}
      step={1}
      value={humidity}
      words={words}
      spoken={words}
      onChange={(value) => setInputs({ humidity: value })}
    />
  )
})

interface SenseProps {
  name: string
  /** The pin, where it has one of its own. */
  place?: string
  icon: LucideIcon
  min: number
  max: number
  step: number
  value: number
  words: string
  spoken: string
  onChange: (value: number) => void
}

function Sense({ name, place, icon: Icon, min, max, step, value, words, spoken, onChange }: SenseProps): React.JSX.Element {
  const share = ((value - min) / (max - min)) * 100
  return (
    <label className="sense">
      <Icon className="sense-icon" size={ICON} aria-hidden="true" />
      <span className="sense-name" aria-hidden="true">
        {name}
        {place === undefined ? null : <span className="part-pin">{place}</span>}
      </span>
      <output className="sense-value" aria-hidden="true">
        {words}
      </output>
      <input
        className="slider"
        type="range"
        aria-label={name}
        aria-valuetext={spoken}
        min={min}
        max={max}
        step={step}
        value={value}
        style={{ '--share': `${share}%` } as React.CSSProperties}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </label>
  )
}
