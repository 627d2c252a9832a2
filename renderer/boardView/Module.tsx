import { memo } from 'react'
import { FIXED_PINS } from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { useHardware } from '../stores/hardwareStore'
import { LedLens } from './Led'
import { lightWords, litShare, seenBrightness } from './light'
import { type Contact, FIRST_CONTACT, LEFT_CONTACTS, PITCH, RIGHT_CONTACTS } from './modulePins'
import { pinName } from './pinWords'
import { usePointed } from './pointedStore'
import './module.css'

/** The module with the chip: its shape, its LED, and the levels of the pins at its edges. For those who don't see it there is the list of pins. */
export function Module(): React.JSX.Element {
  return (
    <div className="module">
      <ModuleShape />
      <svg className="module-pins" viewBox="0 -7 100 249" aria-hidden="true">
        <Edge contacts={LEFT_CONTACTS} side="left" />
        <Edge contacts={RIGHT_CONTACTS} side="right" />
      </svg>
      <BoardLed />
    </div>
  )
}

const BoardLed = memo(function BoardLed(): React.JSX.Element {
  const share = useHardware(({ state }) => litShare(state.pins[FIXED_PINS.led]))
  const name = t('Green LED on the board')
  const label = t('{{part}}, {{pin}}: {{state}}', { part: name, pin: pinName(FIXED_PINS.led), state: lightWords(share) })
  return (
    <span className="module-led">
      <LedLens colour="green" share={share} label={label} />
    </span>
  )
})

/** What never changes. Units: a tenth of an inch is 12. */
const ModuleShape = memo(function ModuleShape(): React.JSX.Element {
  return (
    <svg className="module-shape" viewBox="0 -7 100 249" aria-hidden="true">
      <rect className="pcb" x={0.5} y={0.5} width={99} height={240} rx={5} />
      <path className="pcb-edge" d="M5 1.5 H95" />
      <circle className="pcb-hole" cx={29.5} cy={8} r={2.8} />
      <circle className="pcb-hole" cx={70.5} cy={8} r={2.8} />
      <circle className="pcb-hole" cx={31} cy={233} r={3.2} />
      <circle className="pcb-hole" cx={69} cy={233} r={3.2} />
      <path className="pcb-trace" d="M36 122 H31 L28 125 V150 M36 127 H34 L31 130 V160 M64 122 H69 L72 119 V96 M64 127 H67 L70 130 V162" />
      <path className="pcb-trace" d="M45 136 V160 M50 136 V166 M55 136 V160 M45 104 V84 M55 104 V78" />
      <rect className="usb-shell" x={33} y={-6.5} width={34} height={26} rx={2.5} />
      <path className="usb-lines" d="M39 0 V10 M61 0 V10 M44 15 H56" />
      <rect className="boot-body" x={56} y={37} width={16} height={20} rx={1.5} />
      <circle className="boot-cap" cx={64} cy={47} r={5} />
      <rect className="smd" x={34} y={70} width={12} height={10} rx={1} />
      <rect className="smd" x={52} y={68} width={8} height={5} rx={1} />
      <rect className="smd-light" x={66} y={78} width={5} height={9} rx={1} />
      <rect className="smd-light" x={30} y={92} width={4} height={7} rx={1} />
      <rect className="crystal" x={36} y={152} width={28} height={13} rx={3} />
      <rect className="chip" x={33} y={101} width={34} height={34} rx={2} />
      <circle className="chip-dot" cx={38} cy={106} r={1.6} />
      <text className="chip-text" x={50} y={117}>
        Micro
      </text>
      <text className="chip-text" x={50} y={126}>
        Python
      </text>
      <text className="silk-name" x={50} y={192}>
        Perfboard
      </text>
      <text className="silk-text" x={50} y={203}>
        virtual
      </text>
      <text className="silk-text" x={36} y={51}>
        LED
      </text>
      <g className="pad">
        <circle cx={42} cy={232} r={3} />
        <rect x={47} y={229} width={6} height={6} rx={0.5} />
        <circle cx={58} cy={232} r={3} />
      </g>
    </svg>
  )
})

interface EdgeProps {
  contacts: readonly Contact[]
  side: 'left' | 'right'
}

const Edge = memo(function Edge({ contacts, side }: EdgeProps): React.JSX.Element {
  const x = side === 'left' ? 7.5 : 92.5
  return (
    <>
      {contacts.map((contact, index) => {
        const y = FIRST_CONTACT + index * PITCH
        if (typeof contact === 'number') return <PinDot key={index} pin={contact} x={x} y={y} side={side} />
        // Ground is square, as on the board it is drawn after.
        if (contact === 'ground') return <rect key={index} className="pad" x={x - 4} y={y - 4} width={8} height={8} rx={1} />
        return <circle key={index} className="pad" cx={x} cy={y} r={4} />
      })}
    </>
  )
})

interface PinDotProps {
  pin: number
  x: number
  y: number
  side: 'left' | 'right'
}

/** A pin's contact: a ring when a program uses it, filled as far as it is high. */
const PinDot = memo(function PinDot({ pin, x, y, side }: PinDotProps): React.JSX.Element {
  const pointed = usePointed((state) => state.pin === pin)
  const used = useHardware(({ state }) => (state.pins[pin]?.use ?? 'none') !== 'none')
  const share = useHardware(({ state }) => {
    const now = state.pins[pin]
    if (now === undefined || now.use === 'none') return 0
    return now.use === 'pwm' ? (now.duty ?? 0) : now.use === 'analog' ? (now.measured ?? 0) : now.level
  })
  return (
    <g data-used={used} data-pointed={pointed}>
      {pointed ? <rect className="pin-pointed" x={side === 'left' ? 0.5 : 72.5} y={y - 6} width={27} height={12} rx={5} /> : null}
      <circle className="pad" cx={x} cy={y} r={4} />
      <circle className="pin-hole" cx={x} cy={y} r={2.4} />
      {used ? <circle className="pin-ring" cx={x} cy={y} r={4.6} /> : null}
      {used && share > 0 ? <circle className="pin-high" cx={x} cy={y} r={2.7} fillOpacity={seenBrightness(share)} /> : null}
      <text className="pin-text" x={side === 'left' ? 15 : 85} y={y + 2.9} textAnchor={side === 'left' ? 'start' : 'end'}>
        {pin}
      </text>
    </g>
  )
})
