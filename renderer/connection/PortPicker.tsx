import { ChevronDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import {
  Button,
  DialogTrigger,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  TextField,
} from 'react-aria-components'
import type { PortInfo } from '../../shared/board'
import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import { connect, selectPort } from '../actions/connectionActions'
import { BoardIcon } from '../layout/icons'
import { usePorts } from '../stores/portsStore'
import { useSessions } from '../stores/sessionsStore'
import { useShell } from '../stores/shellStore'
import { useWaiting } from '../stores/waitingStore'
import { NotReady } from './NotReady'
import { chosenName, portFacts, portGroups } from './portGroups'

/** By then a closed popover has given the focus back; it does so in the frame after. */
const FOCUS_RESTORED_MS = 50

/** Chooses the board that Connect opens. */
export function PortPicker(): React.JSX.Element {
  const { ports, selected } = usePorts()
  const open = useShell((state) => state.pickerOpen)
  const name = chosenName(selected, ports)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const opener = button.current
    if (!open) return
    // Opened by its key from nowhere, the list has nowhere to give the focus back to: the keyboard goes on at the toolbar.
    return () => void setTimeout(() => document.activeElement === document.body && opener?.focus(), FOCUS_RESTORED_MS)
  }, [open])
  return (
    <DialogTrigger isOpen={open} onOpenChange={(pickerOpen) => useShell.setState({ pickerOpen })}>
      <Button ref={button} className="button button-outline picker-button" aria-label={t('Board: {{name}}', { name })}>
        <BoardIcon size={16} aria-hidden />
        <span className="picker-name" title={selected ?? undefined}>
          {selected === null ? t('Choose a board') : name}
        </span>
        <ChevronDown size={14} aria-hidden />
      </Button>
      {/* Without a Dialog in it, the popover is the dialog itself: its hidden buttons to dismiss it lie inside, too. */}
      <Popover aria-label={t('Choose a board')} className="popover picker" placement="bottom start" offset={6} containerPadding={8}>
        <div className="picker-dialog">
          <PickerBody ports={ports} selected={selected} />
        </div>
      </Popover>
    </DialogTrigger>
  )
}

const close = (): void => useShell.setState({ pickerOpen: false })

function choose(path: string): void {
  selectPort(path)
  close()
}

function PickerBody({ ports, selected }: { ports: readonly PortInfo[]; selected: string | null }): React.JSX.Element {
  const { boards } = useWaiting()
  // What answers to flashing tools alone can't be connected; named by hand it can.
  const { known, other } = portGroups(ports.filter(({ path }) => !boards.some(({ port }) => port === path)))
  const noBoard = boards.length === 0 && !ports.some((port) => port.kind === 'serial')
  return (
    <>
      <ListBox
        aria-label={t('Boards')}
        className="picker-list"
        selectionMode="single"
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key === undefined)
            close() // the chosen one was chosen again
          else choose(String(key))
        }}
        autoFocus
      >
        <ListBoxSection id="known">
          <Header className="picker-heading">{t('Boards')}</Header>
          {known.map((port) => (
            <PortOption key={port.path} port={port} />
          ))}
        </ListBoxSection>
        {other.length === 0 ? null : (
          <ListBoxSection id="other">
            <Header className="picker-heading">{t('Other ports')}</Header>
            {other.map((port) => (
              <PortOption key={port.path} port={port} />
            ))}
          </ListBoxSection>
        )}
      </ListBox>
      {boards.length === 0 ? null : <NotReady boards={boards} />}
      {noBoard ? <NoBoard /> : null}
      <OtherPort />
    </>
  )
}

function PortOption({ port }: { port: PortInfo }): React.JSX.Element {
  const connected = useSessions((state) =>
    Object.values(state.sessions).some((session) => session.port.path === port.path && session.state.kind !== 'closed'),
  )
  const name = port.boardName ?? portName(port)
  return (
    <ListBoxItem id={port.path} className="picker-option" textValue={`${name} ${port.path}`}>
      <span className="picker-option-name">{name}</span>
      {connected ? <span className="picker-connected">{t('Connected')}</span> : null}
      <span className="picker-option-facts">{portFacts(port)}</span>
    </ListBoxItem>
  )
}

/** Message 1. */
function NoBoard(): React.JSX.Element {
  return (
    <div className="picker-none">
      <p className="picker-none-title">{t('No board found.')}</p>
      <p>{t('Charge-only cables look like data cables. Not listed? Name its port below.')}</p>
      <Button
        className="button button-outline"
        onPress={() => {
          close()
          void connect('virtual')
        }}
      >
        {t('Use virtual board')}
      </Button>
    </div>
  )
}

function OtherPort(): React.JSX.Element {
  const [path, setPath] = useState('')
  const named = path.trim()
  return (
    <form
      className="picker-other"
      onSubmit={(event) => {
        event.preventDefault()
        if (named !== '') choose(named)
      }}
    >
      <TextField className="picker-other-field" value={path} onChange={setPath} maxLength={1_000}>
        <Label>{t('Other port')}</Label>
        <Input className="field" placeholder={t('/dev/ttyACM0, socket://pi:4000')} spellCheck={false} autoComplete="off" />
      </TextField>
      <Button type="submit" className="button button-outline">
        {t('Choose')}
      </Button>
    </form>
  )
}
