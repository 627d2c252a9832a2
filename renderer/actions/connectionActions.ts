import type { SessionSnapshot } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import { bridge } from '../bridge/bridge'
import { type ConnectionMessage, connectionMessage, type ConnectionOffer } from '../connection/connectionMessage'
import { focusPanel } from '../layout/layoutActions'
import { useLayout } from '../stores/layoutStore'
import { type NoticeAction, reportFailure, showNotice } from '../stores/noticesStore'
import { usePorts } from '../stores/portsStore'
import { activeSession, dropSession, putSession, useSessions } from '../stores/sessionsStore'
import { openPicker } from '../stores/shellStore'
import { showBoardFailure } from './showFailure'
import { whenSession } from './whenSession'

/** The virtual board's prompt comes by itself; nobody has to wait longer for it. */
const VIRTUAL_PROMPT_MS = 4_000

/** Chooses the port that Connect opens; it is remembered. A board that is open already is shown. */
export function selectPort(path: string): void {
  usePorts.setState({ selected: path })
  useLayout.setState({ port: path })
  const open = Object.values(useSessions.getState().sessions).find((session) => session.port.path === path)
  if (open !== undefined) useSessions.setState({ active: open.id })
  else if (activeSession() !== null) useSessions.setState({ active: null })
}

/** Opens a port and shows its board. Nothing is sent. Resolves null, with the failure shown, when it can't be opened. */
export async function connect(path: string): Promise<SessionSnapshot | null> {
  selectPort(path)
  const before = useSessions.getState().active
  try {
    const session = await bridge().request('session.open', { port: path })
    putSession(session)
    useSessions.setState({ active: session.id })
    usePorts.setState({ selected: session.port.path })
    if (session.port.kind !== 'virtual') return session
    return (
      (await whenSession(session.id, ({ state }) => state.kind !== 'attached' && state.kind !== 'opening', VIRTUAL_PROMPT_MS)) ?? session
    )
  } catch (error) {
    useSessions.setState({ active: before })
    const virtual = usePorts.getState().ports.find((port) => port.path === path && port.kind === 'virtual')
    showConnectionMessage(connectionMessage(AppError.from(error), virtual === undefined ? path : portName(virtual)), path)
    return null
  }
}

/** Opens the chosen port; without one the picker opens. */
export async function connectSelected(): Promise<void> {
  const { selected } = usePorts.getState()
  if (selected === null) openPicker()
  else await connect(selected)
}

/** Closes the shown board's port; also calls off an opening, or the wait for a lost board. */
export async function disconnect(): Promise<void> {
  const session = activeSession()
  if (session !== null) await onSession(t('The port could not be closed'), () => closeSession(session.id))
}

/** Interrupts what runs and proves the prompt. */
export async function getPrompt(): Promise<void> {
  const session = activeSession()
  if (session === null) return
  await onSession(t('The board doesn’t answer'), async () => {
    const { id, greeting } = session
    try {
      if (greeting === 'ask' || greeting === 'monitor') await bridge().request('session.greet', { session: id, greeting: 'prompt' })
      else await bridge().request('session.getPrompt', { session: id })
    } catch (error) {
      // The strip says it, and stays.
      if (!hasCode(error, 'not-micropython', 'no-prompt') || greeting === 'monitor') throw error
    }
  })
}

/** Answers the strip: the board goes on undisturbed, now and the next time. */
export async function justWatch(): Promise<void> {
  const session = activeSession()
  if (session === null) return
  await onSession(t('The answer could not be kept'), () => bridge().request('session.greet', { session: session.id, greeting: 'watch' }))
}

/** What is connected is no MicroPython: the terminal shows what it says and sends what is typed, now and the next time. */
export async function keepAsMonitor(): Promise<void> {
  const session = activeSession()
  if (session === null) return
  focusPanel('terminal')
  await onSession(t('The answer could not be kept'), () => bridge().request('session.greet', { session: session.id, greeting: 'monitor' }))
}

/** Locks the board against every job, or unlocks it. */
export async function setWatchOnly(on: boolean): Promise<void> {
  const session = activeSession()
  if (session === null) return
  await onSession(t('Watch only could not be changed'), () => bridge().request('session.watchOnly', { session: session.id, on }))
}

/** Cancels the job that owns the port. */
export async function cancelJob(): Promise<void> {
  const session = activeSession()
  if (session?.state.kind !== 'working') return
  const { id } = session.state.job
  await onSession(t('The job could not be cancelled'), () => bridge().request('session.cancelJob', { session: session.id, job: id }))
}

async function closeSession(id: string): Promise<void> {
  await bridge().request('session.close', { session: id })
  dropSession(id)
}

/** Does something with a session and shows a failure. */
async function onSession(title: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    showBoardFailure(title, error)
  }
}

function showConnectionMessage(message: ConnectionMessage, path: string): void {
  const offers: Record<ConnectionOffer, NoticeAction> = {
    retry: { label: t('Try again'), run: () => void connect(path) },
    'use-virtual': { label: t('Use virtual board'), run: () => void connect('virtual') },
    'choose-port': { label: t('Not listed?'), run: openPicker },
    'copy-command': { label: t('Copy command'), run: () => void copyText(message.command ?? '') },
  }
  showNotice({ tone: 'error', title: message.title, text: message.text, actions: message.offers.map((offer) => offers[offer]) })
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showNotice({ tone: 'ok', title: t('Command copied'), text })
  } catch (error) {
    reportFailure(t('The clipboard could not be used. The command is: {{command}}', { command: text }), error)
  }
}
