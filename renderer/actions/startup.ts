import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import type { SessionSnapshot } from '../../shared/board'
import { t } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { offerBoardView } from '../boardView/offerBoardView'
import { registerCommands } from '../commands/registry'
import { runCommandById } from '../commands/runCommand'
import { shellCommands } from '../commands/shellCommands'
import { syncCommands } from '../commands/syncCommands'
import { useLayout } from '../stores/layoutStore'
import { addLogEntries, setLogEntries } from '../stores/logStore'
import { reportFailure } from '../stores/noticesStore'
import { usePorts } from '../stores/portsStore'
import { activeSession, dropSession, putSession, useSessions } from '../stores/sessionsStore'
import { useSettings } from '../stores/settingsStore'
import { useShell } from '../stores/shellStore'
import { useWaiting } from '../stores/waitingStore'
import { followTexts } from '../problems/followTexts'
import { followVariables } from '../variables/readVariables'
import { startOutput } from '../terminal/startOutput'
import { appInfo } from './appInfo'
import { flushJournal, keepJournalAs, rewriteJournal } from './journalActions'
import { startDocuments } from './startDocuments'
import { LayoutKeeper } from './layoutKeeper'
import { followKeepAll } from './keepAllActions'
import { logError } from './logError'
import { journalKey, windowKey } from './windowKey'

/** How long the window waits for the list of its files before it is drawn. Milliseconds. */
const DOCUMENTS_MS = 500

/** Fills the stores from main and keeps them true. Rejects when main can't be reached; everything is undone by dispose. */
export async function startApp(): Promise<Disposable> {
  const owned = new DisposableStore()
  owned.add(registerCommands([...shellCommands, ...syncCommands]))
  subscribe(owned)
  // Both at once: each answer takes its way through the main process.
  const [info] = await Promise.all([appInfo(), sync()])
  useShell.setState({ info, firstStart: info.firstStart, assistiveTechnology: info.assistiveTechnology })
  const keeper = new LayoutKeeper(await windowKey(info.host))
  keepJournalAs(await journalKey(info.host))
  useLayout.setState(await keeper.load())
  chooseFirst()
  owned.add(startOutput())
  owned.add(followVariables())
  owned.add(followTexts())
  owned.add(followKeepAll())
  owned.add(keeper.keep())
  owned.add(offerBoardView())
  const documents = startDocuments().then(
    (started) => {
      owned.add(started)
    },
    (error: unknown) => reportFailure(t('The open files of the last time could not be brought back'), error),
  )
  owned.add(
    bridge().on('app.closing', () => {
      void leave(keeper)
    }),
  )
  const hide = (): void => void flushAll(keeper)
  window.addEventListener('pagehide', hide)
  owned.add(toDisposable(() => window.removeEventListener('pagehide', hide)))
  // The window is drawn once, with its files; but a slow disk must not keep it from being there.
  await Promise.race([documents, new Promise((resolve) => setTimeout(resolve, DOCUMENTS_MS))])
  return owned
}

function subscribe(owned: DisposableStore): void {
  const main = bridge()
  owned.add(main.on('ports.changed', ({ ports }) => usePorts.setState({ ports })))
  owned.add(main.on('ports.waitingChanged', ({ boards }) => useWaiting.setState({ boards })))
  owned.add(main.on('session.changed', ({ session }) => takeIn(session)))
  owned.add(main.on('session.removed', ({ session }) => dropSession(session)))
  owned.add(
    main.on('settings.changed', ({ settings }) => {
      useSettings.setState(settings)
      useShell.setState({ firstStart: false }) // another window has answered
    }),
  )
  owned.add(main.on('app.assistiveTechnology', ({ on }) => useShell.setState({ assistiveTechnology: on })))
  owned.add(main.on('log.added', ({ entry }) => addLogEntries([entry])))
  owned.add(main.on('menu.command', ({ command }) => runCommandById(command)))
  owned.add(
    main.onLost((lost) => {
      useShell.setState({ lost })
      if (lost) return
      rewriteJournal()
      sync().catch((error: unknown) => reportFailure(t('The window could not be brought up to date'), error))
    }),
  )
}

/** Takes in what main says of a board. One that another window has opened is shown here, too, unless this one shows or wants another. */
function takeIn(session: SessionSnapshot): void {
  putSession(session)
  const { selected } = usePorts.getState()
  if (activeSession() !== null || (selected !== null && selected !== session.port.path)) return
  useSessions.setState({ active: session.id })
  usePorts.setState({ selected: session.port.path })
}

/** Asks main for everything that events keep up to date: at the start, and after the connection was lost. */
async function sync(): Promise<void> {
  const main = bridge()
  // Not waited for: a system's list of ports takes its time, and a drive even more.
  main.request('ports.list', {}).then(
    (ports) => {
      usePorts.setState({ ports })
      chooseOnly()
    },
    (error: unknown) => reportFailure(t('The ports could not be listed'), error),
  )
  main.request('ports.waiting', {}).then(
    (boards) => useWaiting.setState({ boards }),
    (error: unknown) => logError('Boards that wait for firmware', error),
  )
  const [settings, sessions, log] = await Promise.all([
    main.request('settings.get', {}),
    main.request('session.list', {}),
    main.request('log.list', {}),
  ])
  useSettings.setState(settings)
  useSessions.setState({ sessions: Object.fromEntries(sessions.map((session) => [session.id, session])) })
  setLogEntries(log)
}

/** Shows a board that is open already; else proposes the port chosen last, or the only real one. */
function chooseFirst(): void {
  const { port } = useLayout.getState()
  const open: SessionSnapshot[] = Object.values(useSessions.getState().sessions)
  const session = open.find((candidate) => candidate.port.path === port) ?? open[0]
  if (session !== undefined) useSessions.setState({ active: session.id })
  usePorts.setState({ selected: session?.port.path ?? port })
  chooseOnly()
}

/** Proposes the only real board, where none was ever chosen. */
function chooseOnly(): void {
  const { ports, selected } = usePorts.getState()
  const real = ports.filter((candidate) => candidate.kind === 'serial' && candidate.hasHardwareId)
  if (selected === null && real.length === 1) usePorts.setState({ selected: real[0]?.path ?? null })
}

/** Puts what is not saved where a restart finds it. */
async function flushAll(keeper: LayoutKeeper): Promise<void> {
  await Promise.allSettled([flushJournal(), keeper.flush()])
}

async function leave(keeper: LayoutKeeper): Promise<void> {
  await flushAll(keeper)
  await bridge().request('app.readyToClose', {})
}
