import { memo } from 'react'
import { Buzzer } from './Buzzer'
import { Display } from './Display'
import { HoldButton } from './HoldButton'
import { Knob } from './Knob'
import { Led } from './Led'
import { Module } from './Module'
import './parts.css'
import { Senses } from './Senses'
import { Servos } from './Servo'
import { Strip } from './Strip'

/** The piece of perfboard with the module and everything around it. Each part draws itself anew only when it changes. */
export const BoardPicture = memo(function BoardPicture(): React.JSX.Element {
  return (
    <div className="perfboard">
      <Module />
      <div className="parts">
        <Led colour="red" />
        <Led colour="blue" />
        <HoldButton which="buttonA" />
        <HoldButton which="buttonBoot" />
        <Knob />
        <Buzzer />
        <Servos />
      </div>
      <div className="wide-parts">
        <Strip />
        <Display />
        <Senses />
      </div>
    </div>
  )
})
