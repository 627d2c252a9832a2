import { ChevronDown } from 'lucide-react'
import { memo, useId, useState } from 'react'
import type { Wiring } from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { wire } from '../actions/hardwareActions'
import { ActionButton } from '../layout/ActionButton'
import { ICON } from '../layout/icons'
import { useHardware } from '../stores/hardwareStore'
import { pinName } from './pinWords'
import { freePins, isUsual, moved, partName, partOn, USUAL_WIRING, WIRED_PARTS, type WiredPart } from './wiringChoice'

/** Which pin each part hangs on, so that a program written for other pins runs unchanged. Closed until it is wanted. */
export const WiringForm = memo(function WiringForm(): React.JSX.Element {
  const [open, setOpen] = useState(false)
  const body = useId()
  return (
    <section className="board-list" aria-label={t('Wiring')}>
      <h2 className="board-list-head">
        <button
          type="button"
          className="button wiring-toggle"
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onClick={() => setOpen(!open)}
        >
          <ChevronDown size={ICON} aria-hidden="true" />
          {t('Wiring')}
        </button>
      </h2>
      {open ? <WiringRows id={body} /> : null}
    </section>
  )
})

function WiringRows({ id }: { id: string }): React.JSX.Element {
  const wiring = useHardware((view) => view.wiring)
  const [said, setSaid] = useState('')
  const change = async (next: Wiring, words: string): Promise<void> => {
    if (await wire(next)) setSaid(words)
  }
  const move = (part: WiredPart, pin: number): void => {
    const { wiring: next, swapped } = moved(wiring, part, pin)
    const words =
      swapped === null
        ? t('{{part}} is on {{pin}} now.', { part: partName(part), pin: pinName(pin) })
        : t('That was the place of {{other}}, which is on {{pin}} now.', { other: partName(swapped), pin: pinName(next[swapped]) })
    void change(next, words)
  }
  return (
    <div id={id} className="wiring">
      <p className="wiring-words">{t('A program uses other pins? Hang the parts where it expects them.')}</p>
      {WIRED_PARTS.map((part) => (
        <WiringRow key={part} part={part} wiring={wiring} onMove={(pin) => move(part, pin)} />
      ))}
      <p className="wiring-words" role="status">
        {said}
      </p>
      <ActionButton
        label={t('Back to the usual pins')}
        kind="outline"
        reason={isUsual(wiring) ? t('Every part is on its usual pin.') : null}
        onPress={() => void change(USUAL_WIRING, t('Every part is on its usual pin.'))}
      />
    </div>
  )
}

interface WiringRowProps {
  part: WiredPart
  wiring: Wiring
  onMove: (pin: number) => void
}

function WiringRow({ part, wiring, onMove }: WiringRowProps): React.JSX.Element {
  return (
    <label className="wiring-row">
      <span>{partName(part)}</span>
      <select className="field wiring-select" value={wiring[part]} onChange={(event) => onMove(Number(event.target.value))}>
        {freePins().map((pin) => {
          const other = partOn(wiring, pin)
          return (
            <option key={pin} value={pin}>
              {other === null || other === part ? pinName(pin) : t('{{pin}} (now {{part}})', { pin: pinName(pin), part: partName(other) })}
            </option>
          )
        })}
      </select>
    </label>
  )
}
