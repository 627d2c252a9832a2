import { useId, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { LANGUAGE_NAMES, t } from '../../shared/language/language'
import { Settings } from '../../shared/settings'
import { updateSettings, useSettings } from '../stores/settingsStore'
import { useShell } from '../stores/shellStore'

const close = (): void => useShell.setState({ settingsOpen: false })

/** Everything that can be set; each change holds at once. */
export function SettingsDialog(): React.JSX.Element {
  const isOpen = useShell((state) => state.settingsOpen)
  const settings = useSettings()
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} isDismissable onOpenChange={(settingsOpen) => useShell.setState({ settingsOpen })}>
      <Modal className="modal modal-wide">
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {t('Settings')}
          </Heading>
          <div>
            <ChoiceRow
              id="setting-language"
              label={t('Language')}
              value={settings.language}
              choices={{ system: t('As the system'), ...LANGUAGE_NAMES }}
              onChange={(language) => updateSettings({ language })}
            />
            <ChoiceRow
              label={t('Theme')}
              value={settings.theme}
              choices={{ system: t('As the system'), dark: t('Dark'), light: t('Light') }}
              onChange={(theme) => updateSettings({ theme })}
            />
            <ChoiceRow
              label={t('Layout')}
              value={settings.layout}
              choices={{ simple: t('Simple'), full: t('Full') }}
              onChange={(layout) => updateSettings({ layout })}
            />
            <NumberRow label={t('Editor font size')} name="editorFontSize" />
            <NumberRow label={t('Terminal font size')} name="terminalFontSize" />
            <NumberRow label={t('Terminal scrollback')} hint={t('Lines that are kept.')} name="scrollback" />
            <NumberRow label={t('Baud rate')} hint={t('For serial ports, from the next connection on.')} name="baudRate" />
            <SwitchRow
              label={t('Clean run')}
              hint={t('Run begins with a soft reset: nothing of an earlier run is left.')}
              name="cleanRun"
            />
            <SwitchRow label={t('Word wrap')} name="wordWrap" />
            <SwitchRow
              label={t('Keep old versions')}
              hint={t('What is replaced or deleted on a board is kept on this computer first.')}
              name="history"
            />
            <NumberRow label={t('Largest file kept')} hint={t('Kilobytes.')} name="historyFileLimit" />
            <NumberRow
              label={t('Room for old versions')}
              hint={t('Megabytes, for all boards. What is oldest goes first.')}
              name="historyStoreLimit"
            />
            <SwitchRow
              label={t('Screen reader')}
              hint={t('Puts the terminal’s text into the page, also where no screen reader was noticed.')}
              name="screenReader"
            />
          </div>
          <div className="dialog-buttons">
            <button type="button" className="button button-filled" onClick={close}>
              {t('Done')}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Row({
  id,
  label,
  hint,
  children,
}: {
  id: string
  label: string
  hint?: string | undefined
  children: React.ReactNode
}): React.JSX.Element {
  return (
    <div className="settings-row">
      <div>
        <label htmlFor={id}>{label}</label>
        {hint === undefined ? null : (
          <p className="settings-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      {children}
    </div>
  )
}

interface ChoiceRowProps<T extends string> {
  /** Where the language must not change it. */
  id?: string
  label: string
  value: T
  choices: Record<T, string>
  onChange: (value: T) => void
}

function ChoiceRow<T extends string>(props: ChoiceRowProps<T>): React.JSX.Element {
  const ownId = useId()
  const { label, value, choices, onChange, id = ownId } = props
  return (
    <Row id={id} label={label}>
      <select className="field" id={id} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {Object.entries<string>(choices).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </Row>
  )
}

type NumberName = 'editorFontSize' | 'terminalFontSize' | 'scrollback' | 'baudRate' | 'historyFileLimit' | 'historyStoreLimit'

/** A number that is taken once it is one that can be set; until then the field says what can. */
function NumberRow({ label, hint, name }: { label: string; hint?: string; name: NumberName }): React.JSX.Element {
  const value = useSettings((state) => state[name])
  const [text, setText] = useState<string | null>(null)
  const { minValue, maxValue } = Settings.shape[name].unwrap()
  const valid = (typed: string): boolean => typed.trim() !== '' && Settings.shape[name].safeParse(Number(typed)).success
  const wrong = text !== null && !valid(text)
  const id = `setting-${name}`
  return (
    <Row
      id={id}
      label={label}
      hint={wrong ? t('A whole number from {{least}} to {{most}}.', { least: minValue ?? 0, most: maxValue ?? 0 }) : hint}
    >
      <input
        className="field"
        id={id}
        inputMode="numeric"
        aria-invalid={wrong}
        aria-describedby={wrong || hint !== undefined ? `${id}-hint` : undefined}
        value={text ?? String(value)}
        onChange={(event) => {
          setText(event.target.value)
          if (valid(event.target.value)) updateSettings({ [name]: Number(event.target.value) })
        }}
        onBlur={() => setText(null)}
      />
    </Row>
  )
}

function SwitchRow({
  label,
  hint,
  name,
}: {
  label: string
  hint?: string
  name: 'cleanRun' | 'wordWrap' | 'screenReader' | 'history'
}): React.JSX.Element {
  const on = useSettings((state) => state[name])
  const id = `setting-${name}`
  return (
    <Row id={id} label={label} hint={hint}>
      <input
        type="checkbox"
        id={id}
        checked={on}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => updateSettings({ [name]: event.target.checked })}
      />
    </Row>
  )
}
