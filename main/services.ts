import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { PortInfo } from '../shared/board'
import type { Clock } from '../shared/clock'
import { AppError } from '../shared/errors'
import { languageOf, speak, t, text } from '../shared/language/language'
import type { Settings } from '../shared/settings'
import type { WaitingBoard } from '../shared/waitingBoard'
import { Sessions } from './board/sessions'
import { SyncStates } from './board/syncStates'
import { HistoryStore } from './history/historyStore'
import { PortDirectory } from './host/portDirectory'
import { WatchedList } from './host/watchedList'
import { Log } from './log/log'
import { SessionLog } from './log/sessionLog'
import { BoardMemoryStore } from './settings/boardMemory'
import { Journal } from './settings/journal'
import { LayoutStore } from './settings/layoutStore'
import { SettingsStore } from './settings/settingsStore'
import { withLimit } from './transport/limit'
import { PortWatcher } from './transport/portWatcher'
import { openableTransport } from './transport/openableTransport'
import type { Transport } from './transport/transport'
import { WaitingWatcher } from './transport/waitingWatcher'
import { BoardHardware } from './virtual/hardware'
import { VirtualBoard } from './virtual/virtualBoard'
import { VIRTUAL_PORT_PATH, VirtualPort } from './virtual/virtualPort'
import { Workspace } from './workspace/workspace'

/** How long the end of the program waits for ports to be let go of and files to be written. */
const DISPOSE_LIMIT_MS = 4_000

/** The built-in board's entry in the list of ports. */
export const VIRTUAL_PORT: PortInfo = { path: VIRTUAL_PORT_PATH, kind: 'virtual', name: text('Virtual board'), hasHardwareId: true }

/** What the services need of the program that they run in. */
export interface ServiceOptions {
  /** The folder for everything that survives a restart. */
  userData: string
  /** The bundle that the virtual board's worker thread runs. */
  workerPath: string
  clock: Clock
  /** Moves files to the system's bin; absent: without the host's help. */
  trash?: (paths: string[]) => Promise<void>
  /**
   * True where the user names every board and file by hand, as on a command line: nothing is sent to a board by itself, and no file is
   * out of reach.
   */
  byHand?: boolean
  /** Settings that hold for this process alone, over the user's own. */
  overrides?: Partial<Settings>
  /** The folder in which sys, dev and proc are looked for; absent: the system's own. Tests show a machine of their own there. */
  systemRoot?: string | undefined
}

/** Everything behind a window, built once for all hosts. */
export interface Services {
  readonly clock: Clock
  readonly log: Log
  readonly logFolder: string
  readonly settings: SettingsStore
  readonly layouts: LayoutStore
  readonly journal: Journal
  readonly workspace: Workspace
  readonly ports: PortDirectory
  /** Boards that wait in their bootloader. */
  readonly waiting: WatchedList<WaitingBoard>
  readonly sessions: Sessions
  /** What boards held. */
  readonly history: HistoryStore
  /** The virtual board, as a thing with lights and buttons. */
  readonly hardware: BoardHardware
  /** Closes every port and writes what is to be kept. Takes at most about 4 s; never rejects. */
  dispose(): Promise<void>
}

/** Builds the services. Rejects when the user data folder can't be used. */
export async function buildServices(options: ServiceOptions): Promise<Services> {
  const { userData, workerPath, clock, trash, systemRoot, byHand = false, overrides } = options
  await mkdir(userData, { recursive: true })
  const inData = (...names: string[]): string => path.join(userData, ...names)
  const logFolder = inData('logs')
  const log = new Log(path.join(logFolder, 'perfboard.log'), clock)
  const settings = new SettingsStore(inData('settings.json'))
  await settings.load()
  speakAs(settings.get())
  settings.onChange(speakAs)
  const layouts = new LayoutStore(inData('layouts'))
  const journal = new Journal(inData('journal'))
  const workspace = new Workspace({
    grantsFile: inData('grants.json'),
    clock,
    wholeDisk: byHand,
    ...(trash === undefined ? {} : { trash }),
  })
  const roots = systemRoots(systemRoot)
  const ports = new PortDirectory(VIRTUAL_PORT, () => new PortWatcher({ clock, ...roots }))
  const waiting = new WatchedList<WaitingBoard>([], () => new WaitingWatcher({ clock, ports, ...roots }))
  const virtualBoard = new VirtualBoard({ folder: inData('virtual-board'), workerPath, clock })
  const hardware = new BoardHardware(virtualBoard, clock, inData('virtual-board', 'wiring.json'))
  await hardware.load()
  const effective = { get: (): Settings => ({ ...settings.get(), ...overrides }) }
  const memory = new BoardMemoryStore(inData('boards'))
  const makeTransport = (port: PortInfo): Transport =>
    port.kind === 'virtual' ? new VirtualPort(virtualBoard, clock) : openableTransport(port, { baudRate: effective.get().baudRate, clock })
  const history = new HistoryStore(inData('history'), clock, () => settings.get())
  const sessions = new Sessions({
    clock,
    makeTransport,
    ports,
    memory: byHand ? withoutGreeting(memory) : memory,
    settings: effective,
    log,
    openSessionLog: (boardName) => new SessionLog(logFolder, boardName),
    workspace,
    history,
    syncStates: new SyncStates(inData('sync')),
  })
  log.write('info', 'Perfboard started')

  const letGo = async (): Promise<void> => {
    waiting.dispose()
    ports.dispose()
    await sessions.closeAll()
    sessions.dispose()
    await virtualBoard.powerOff()
    virtualBoard.dispose()
    hardware.dispose()
    workspace.dispose()
    settings.dispose()
    journal.dispose()
  }
  const dispose = async (): Promise<void> => {
    try {
      await withLimit(clock, DISPOSE_LIMIT_MS, t('Closing the boards'), letGo())
      log.write('info', 'Perfboard ended')
    } catch (thrown) {
      log.write('warn', AppError.from(thrown).message)
    }
    await log.close()
  }
  return { clock, log, logFolder, settings, layouts, journal, workspace, ports, waiting, sessions, history, hardware, dispose }
}

/** A board that is greeted with `Get the prompt` in a window is left alone here; a serial monitor stays one. */
function withoutGreeting(memory: BoardMemoryStore): Pick<BoardMemoryStore, 'get' | 'update'> {
  return {
    get: async (key) => {
      const known = await memory.get(key)
      return known.greeting === 'prompt' ? { ...known, greeting: 'ask' } : known
    },
    update: (key, patch) => memory.update(key, patch),
  }
}

/** Messages of main are in the language of the window. */
export function speakAs({ language }: Settings): void {
  speak(language === 'system' ? languageOf(Intl.DateTimeFormat().resolvedOptions().locale) : language)
}

/** Where the system's own lists of devices lie. */
function systemRoots(root: string | undefined): { sysRoot?: string; devRoot?: string; procRoot?: string } {
  return root === undefined ? {} : { sysRoot: path.join(root, 'sys'), devRoot: path.join(root, 'dev'), procRoot: path.join(root, 'proc') }
}
