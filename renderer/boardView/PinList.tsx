import { memo, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { PinUse } from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { useHardware } from '../stores/hardwareStore'
import { pinName, pinUseWords, valueWords } from './pinWords'
import { WordSwitch } from './WordSwitch'

/** Every pin that the program uses, with what it shows now; all of them on request. */
export const PinList = memo(function PinList(): React.JSX.Element {
  const [all, setAll] = useState(false)
  const pins = useHardware(
    useShallow(({ state }) => (all ? state.pins : state.pins.filter(({ use }) => use !== 'none')).map(({ id }) => id)),
  )
  return (
    <section className="board-list" aria-label={t('Pins')}>
      <div className="board-list-head">
        <h2>{t('Pins')}</h2>
        <button type="button" className="button board-list-button" aria-pressed={all} onClick={() => setAll(!all)}>
          {t('All pins')}
        </button>
      </div>
      {pins.length === 0 ? (
        <p className="board-list-empty">{t('No program uses a pin yet.')}</p>
      ) : (
        <table className="pin-table">
          <colgroup>
            <col className="pin-column" />
            <col />
            <col className="pin-value-column" />
          </colgroup>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('Pin')}</th>
              <th scope="col">{t('Use')}</th>
              <th scope="col">{t('Value')}</th>
            </tr>
          </thead>
          <tbody>
            {pins.map((pin) => (
              <PinRow key={pin} id={pin} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
})

/** Uses whose value is the level itself. */
const LEVELS: ReadonlySet<PinUse> = new Set(['input', 'output', 'openDrain'])

const PinRow = memo(function PinRow({ id }: { id: number }): React.JSX.Element | null {
  const pin = useHardware(({ state }) => state.pins[id])
  if (pin === undefined) return null
  const level = LEVELS.has(pin.use)
  return (
    <tr data-used={pin.use !== 'none'}>
      <th scope="row">{pinName(id)}</th>
      <td>{pinUseWords(pin)}</td>
      <td>
        <div className={level ? 'pin-value pin-level' : 'pin-value'}>
          {level ? (
            <WordSwitch words={[valueWords({ ...pin, level: 0 }), valueWords({ ...pin, level: 1 })]} shown={pin.level} />
          ) : (
            valueWords(pin)
          )}
        </div>
      </td>
    </tr>
  )
})
