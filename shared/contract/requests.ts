import { z } from 'zod'
import {
  BoardEntry,
  ConflictChoice,
  Leftover,
  LeftoverRepair,
  OutputItem,
  PortInfo,
  RunOutcome,
  SaveResult,
  SessionSnapshot,
  Space,
  StopChoice,
  Transferred,
} from '../board'
import { BoardDetails } from '../boardDetails'
import { BoardPath } from '../boardPath'
import { Hardware, InputsPatch, Wiring } from '../hardware'
import { NotKept } from '../history'
import { JournalEntry, Layout } from '../layout'
import { LogEntry } from '../log'
import { Settings, SettingsPatch } from '../settings'
import { VariableLevel, VariablePath } from '../variables'
import { WaitingBoard } from '../waitingBoard'
import { BrowsedFolder, TreeCount, WorkspaceEntry } from '../workspace'
import { Bytes, DiskPath, MAX_FILE_BYTES, Name, SessionId, WindowKey, nothing, request } from './request'
import { syncRequests } from './syncRequests'

/** What a window needs to know about the program behind it. */
export const AppInfo = z.object({
  version: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  host: z.enum(['electron', 'serve']),
  /** True while nothing was ever set on this account: the window asks for language, theme and layout once. */
  firstStart: z.boolean(),
  /** Where logs are kept, for people to read. */
  logFolder: z.string(),
  /** The user's own folder on the computer. */
  home: z.string(),
  /** True while the system says that a screen reader or the like is in use. A browser never tells: false in serve. */
  assistiveTechnology: z.boolean(),
})
export type AppInfo = z.infer<typeof AppInfo>

/**
 * Every request, once. Parameters are checked before a handler sees them; handlers and the client's types follow from here.
 * A request that fails rejects with an AppError. A request for a long job resolves when the job has ended.
 */
export const requests = {
  'app.info': request({}, AppInfo),
  /** The page has put its unsaved text into the journal and may be closed. */
  'app.readyToClose': request({}, nothing),

  'settings.get': request({}, Settings),
  'settings.update': request({ patch: SettingsPatch }, Settings),
  'layout.load': request({ window: WindowKey }, Layout),
  'layout.save': request({ window: WindowKey, layout: Layout }, nothing),
  /** The unsaved text of a window, and that of windows that are not there any more, which becomes its own. */
  'journal.list': request({ window: WindowKey }, z.array(JournalEntry)),
  'journal.put': request({ window: WindowKey, entry: JournalEntry }, nothing),
  'journal.remove': request({ window: WindowKey, id: z.string() }, nothing),

  'ports.list': request({}, z.array(PortInfo)),
  /** Boards that wait in their bootloader. */
  'ports.waiting': request({}, z.array(WaitingBoard)),

  'session.list': request({}, z.array(SessionSnapshot)),
  /** Opens the port, or answers the session that has it open already. Nothing is sent to the board. */
  'session.open': request({ port: z.string().min(1).max(1_000) }, SessionSnapshot),
  /** Ends the job or program's hold on the port and closes it. The board goes on as it is. */
  'session.close': request({ session: SessionId }, nothing),
  /** Answers the strip's question; the answer is kept for the board. `prompt` stops a running program, `monitor` refuses every job. */
  'session.greet': request({ session: SessionId, greeting: z.enum(['prompt', 'watch', 'monitor']) }, nothing),
  'session.watchOnly': request({ session: SessionId, on: z.boolean() }, nothing),
  /** Interrupts whatever runs and proves the prompt. */
  'session.getPrompt': request({ session: SessionId }, nothing),
  /** Stops the running program (Ctrl-C, then the ladder's automatic rungs). */
  'session.stop': request({ session: SessionId }, nothing),
  'session.cancelJob': request({ session: SessionId, job: z.number() }, nothing),
  'session.softReset': request({ session: SessionId }, nothing),
  'session.hardReset': request({ session: SessionId }, nothing),
  /** Gets the prompt of a board that ignores Ctrl-C; `catch` waits for its start, as a job. */
  'session.rescue': request({ session: SessionId, way: z.enum(['soft-reset', 'catch']) }, nothing),
  /** What the user typed, as the terminal would send it. */
  'session.input': request({ session: SessionId, bytes: Bytes }, nothing),
  /** Text from the clipboard: more than one line goes through paste mode. */
  'session.paste': request({ session: SessionId, text: z.string().max(4_000_000) }, nothing),
  /** Everything still kept of the output, and from now on `session.output` events for this window. */
  'session.follow': request({ session: SessionId }, z.object({ items: z.array(OutputItem), seq: z.number() })),
  'session.unfollow': request({ session: SessionId }, nothing),
  /** The window has drawn everything up to this sequence number. */
  'session.acknowledge': request({ session: SessionId, seq: z.number() }, nothing),
  /** Runs text without saving it; resolves when the program has ended. */
  'session.run': request({ session: SessionId, name: Name, text: z.string().max(MAX_FILE_BYTES), stop: StopChoice }, RunOutcome),

  /** What the virtual board shows, and from now on `hardware.changed` events for this window. */
  'hardware.watch': request({}, Hardware),
  'hardware.unwatch': request({}, nothing),
  /** The user presses, turns or warms something on the virtual board. */
  'hardware.setInputs': request({ inputs: InputsPatch }, nothing),
  /** Moves the virtual board's parts to other pins. `exists` when two would be on one. */
  'hardware.wire': request({ wiring: Wiring }, nothing),

  'board.list': request(
    { session: SessionId, path: BoardPath, stop: StopChoice },
    z.object({ entries: z.array(BoardEntry), storage: Space.nullable() }),
  ),
  /** What was known of the board's folders when they were last listed; asks nothing of the board. */
  'board.known': request(
    { session: SessionId },
    z.array(z.object({ path: z.string(), entries: z.array(BoardEntry), listedAt: z.number() })),
  ),
  'board.readFile': request({ session: SessionId, path: BoardPath, stop: StopChoice }, Bytes),
  /** Writes beside the target, proves the copy by its hash, renames. `expected` is the SHA-256 that the file on the board should still have. */
  'board.writeFile': request(
    { session: SessionId, path: BoardPath, bytes: Bytes, stop: StopChoice, expected: z.string().optional() },
    SaveResult,
  ),
  'board.makeFolder': request({ session: SessionId, path: BoardPath, stop: StopChoice }, nothing),
  /** Refuses to overwrite. */
  'board.rename': request({ session: SessionId, from: BoardPath, to: BoardPath, stop: StopChoice }, nothing),
  'board.count': request({ session: SessionId, path: BoardPath, stop: StopChoice }, TreeCount),
  /** Deletes files, and folders with all that is in them. Answers which of them the history could not keep. */
  'board.remove': request({ session: SessionId, paths: z.array(BoardPath).min(1).max(1_000), stop: StopChoice }, z.array(NotKept)),
  /**
   * What is to become of copies that interrupted saves left on the board (`leftovers` of the session): `resume` finishes the save where
   * `canResume` says so, `remove` deletes them, `keep` lets them lie and doesn't offer them again in this session.
   */
  'board.repairLeftovers': request(
    { session: SessionId, paths: z.array(BoardPath).min(1).max(1_000), repair: LeftoverRepair, stop: StopChoice },
    z.array(Leftover),
  ),
  /** All that the board tells of itself. */
  'board.details': request({ session: SessionId, stop: StopChoice }, BoardDetails),
  /** What the board's names hold, in one job: a level for each path; null where nothing is there. */
  'board.variables': request(
    { session: SessionId, paths: z.array(VariablePath).min(1).max(100), stop: StopChoice },
    z.array(VariableLevel.nullable()),
  ),
  /** Copies files and folders of the computer into a folder of the board. Folders that are there are filled up; files see `ConflictChoice`. */
  'board.upload': request(
    {
      session: SessionId,
      from: z.array(DiskPath).min(1).max(1_000),
      to: BoardPath,
      stop: StopChoice,
      conflict: ConflictChoice.default('refuse'),
    },
    Transferred,
  ),
  /** Copies files and folders of the board into a folder of the computer, in the same way. */
  'board.download': request(
    {
      session: SessionId,
      from: z.array(BoardPath).min(1).max(1_000),
      to: DiskPath,
      stop: StopChoice,
      conflict: ConflictChoice.default('refuse'),
    },
    Transferred,
  ),

  /** Asks the user for a folder with the system's dialog; null when called off. Serve answers `not-available`: its page browses. */
  'workspace.chooseFolder': request({}, DiskPath.nullable()),
  'workspace.chooseFile': request({}, DiskPath.nullable()),
  'workspace.chooseSave': request({ name: Name }, DiskPath.nullable()),
  /** One level of the disk for the in-page picker. Electron answers `not-available`. */
  'workspace.browse': request({ path: DiskPath.nullable() }, BrowsedFolder),
  /** The user chose this path in the in-page picker. Electron answers `not-available`. */
  'workspace.grant': request({ path: DiskPath }, nothing),
  'workspace.list': request({ path: DiskPath }, z.object({ entries: z.array(WorkspaceEntry) })),
  'workspace.readFile': request({ path: DiskPath }, z.object({ bytes: Bytes, mtime: z.number() })),
  'workspace.writeFile': request({ path: DiskPath, bytes: Bytes, expectedMtime: z.number().optional() }, z.object({ mtime: z.number() })),
  'workspace.makeFolder': request({ path: DiskPath }, nothing),
  'workspace.rename': request({ from: DiskPath, to: DiskPath }, nothing),
  'workspace.count': request({ path: DiskPath }, TreeCount),
  /** Moves to the system's bin. */
  'workspace.trash': request({ paths: z.array(DiskPath).min(1).max(1_000) }, nothing),

  ...syncRequests,

  'log.list': request({}, z.array(LogEntry)),
  'log.write': request({ level: LogEntry.shape.level, text: z.string().max(10_000) }, nothing),
  /** Shows the folder of the logs in the system's file manager. Serve answers `not-available`. */
  'log.reveal': request({}, nothing),
}

export type Requests = typeof requests
export type RequestName = keyof Requests
export type Params<N extends RequestName> = z.input<Requests[N]['params']>
export type CheckedParams<N extends RequestName> = z.output<Requests[N]['params']>
export type Result<N extends RequestName> = z.output<Requests[N]['result']>

/** True for the name of a request. */
export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requests, name)
}
