import type { BoardListing, Greeting, PortInfo, RunOutcome, SessionSnapshot, StopChoice } from '../../shared/board'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type Disposable, DisposableStore } from '../../shared/lifecycle'
import { portName } from '../../shared/portName'
import type { Transport } from '../transport/transport'
import type { BoardJobs } from './boardJobs'
import { startProgram } from './cleanStart'
import { clockText } from './clockText'
import { type FileJobs, fileJobs } from './fileJobs'
import { ForeignWatch } from './foreignWatch'
import { greet } from './greet'
import { JobQueue } from './jobQueue'
import { JobRunner } from './jobRunner'
import { KnownFirmware } from './knownFirmware'
import { Listings } from './listings'
import { OutputStream } from './outputStream'
import { pasteText } from './pasteText'
import { PortOwner } from './portOwner'
import { Programs } from './programs'
import { PromptWatch } from './promptWatch'
import { Reconnecting, RETRY_MS } from './reconnecting'
import { CATCH_RETRY_MS, Rescue, type RescueWay } from './rescue'
import { hardReset, softReset } from './resets'
import { Screen } from './screen'
import type { SessionDeps } from './sessionDeps'
import { checkUsable, inTime, sendHeldInput, type SessionParts } from './sessionParts'
import { SessionStatus } from './sessionStatus'
import type { Transfers } from './transfers'

/** A job is given this long to leave the board in order when the session is closed; then the port is closed under it. */
const CLOSE_JOB_MS = 1_500
/** A port that doesn't close for this long is left to the system. */
const CLOSE_PORT_MS = 1_200

const calledOff = (): AppError => new AppError('cancelled', t('Called off'))

/** One port's session, its sole owner: one state, one queue of jobs. Made and opened by `Sessions`. */
export class BoardSession implements Disposable {
  /** What the terminal shows. */
  readonly output: OutputStream
  /** The folders whose listing is not true any more. */
  readonly onListed
  readonly status: SessionStatus
  /** Sync, history and backups; the rest has a shorter way below. */
  readonly files: FileJobs

  private readonly owned = new DisposableStore()
  private readonly parts: SessionParts
  private readonly programs: Programs
  readonly runner: JobRunner
  private readonly rescuing: Rescue
  private readonly firmware: KnownFirmware
  private readonly listings: Listings
  private readonly log
  private reconnecting: Reconnecting | undefined
  private closing: Promise<void> | undefined

  constructor(
    readonly id: string,
    port: PortInfo,
    greeting: Greeting,
    private readonly deps: SessionDeps,
  ) {
    const { clock } = deps
    const warn = (text: string): void => deps.log.write('warn', `${port.name}: ${text}`)
    const key = (): string => this.snapshot().boardKey
    this.status = this.owned.add(new SessionStatus(id, port, greeting))
    this.output = this.owned.add(new OutputStream(clock))
    this.log = deps.openSessionLog(key())
    const screen = this.owned.add(new Screen(this.output, this.log))
    const owner = this.owned.add(new PortOwner(clock, screen))
    const watch = this.owned.add(new PromptWatch(clock, this.status, screen))
    this.parts = {
      clock,
      status: this.status,
      screen,
      port: owner,
      queue: new JobQueue(),
      watch,
      foreign: this.owned.add(new ForeignWatch(clock, this.status, screen)),
      settings: () => deps.settings.get(),
      log: (level, text) => deps.log.write(level, `${port.name}: ${text}`),
    }
    this.programs = this.owned.add(new Programs(this.parts))
    this.firmware = new KnownFirmware(
      {
        load: async () => (await deps.memory.get(key())).firmware,
        save: (firmware) => deps.memory.update(key(), { firmware }),
      },
      warn,
    )
    this.runner = new JobRunner(this.parts, this.programs, this.firmware)
    this.rescuing = new Rescue(this.parts, this.programs, this.runner)
    this.listings = new Listings(
      {
        load: async () => (await deps.memory.get(key())).listings,
        save: (listings) => deps.memory.update(key(), { listings }),
      },
      warn,
    )
    this.onListed = this.listings.onStale
    this.files = fileJobs(this.parts, this.runner, this.listings, deps)
    this.owned.add(this.output.onPressure((on) => owner.hold(on)))
    this.owned.add(owner.onGone(() => this.lose()))
    this.owned.add(owner.onFirstSent(() => this.status.note({ hasSent: true })))
  }

  snapshot(): SessionSnapshot {
    return this.status.snapshot()
  }

  /** True from `close` on. */
  get isClosing(): boolean {
    return this.closing !== undefined
  }

  /** What was known of the board's folders when they were last listed. */
  known(): BoardListing[] {
    return this.listings.all()
  }

  /** Opens the port; sends nothing. Rejects as `Transport.open` does; then the session is of no more use. */
  async open(): Promise<void> {
    await this.listings.load()
    const { port } = this.status
    await this.attach(port, (now) => t('{{board}} · {{now}} · Nothing sent', { board: portName(port), now }))
  }

  /** The board was left at its prompt and nobody else had it since: shows the prompt again. */
  showPromptAgain(): void {
    this.greetBoard()
  }

  /** Ends the job's hold on the port and closes it, within 3 s; the board goes on as it is. May be called in every state, and twice. */
  close(error?: AppError): Promise<void> {
    this.closing ??= this.end(error)
    return this.closing
  }

  /** Answers the strip's question; kept for the board. */
  greet(greeting: Exclude<Greeting, 'ask'>): Promise<void> {
    return greet(this.status, this.deps.memory, greeting, () => this.getPrompt())
  }

  setWatchOnly(on: boolean): void {
    this.status.note({ watchOnly: on })
  }

  /** Interrupts whatever runs and proves the prompt. `no-prompt` after about 5 s. */
  getPrompt(): Promise<void> {
    return this.parts.queue.run(async () => {
      checkUsable(this.parts)
      const { kind } = this.status.state
      if (kind === 'running') await this.programs.stopNow()
      else if (kind === 'attached') await this.runner.asJob(t('Getting the prompt'), ({ signal }) => this.programs.stopNow(signal))
      await sendHeldInput(this.parts)
    })
  }

  /** Stops the program, or cancels the job. Resolves when it has ended; `no-prompt` after about 5 s. */
  async stop(): Promise<void> {
    checkUsable(this.parts)
    if (this.runner.isWorking) {
      this.runner.cancel()
      this.parts.queue.drop(calledOff())
      await this.parts.queue.idle()
    } else if (this.programs.run !== undefined) {
      await this.programs.stopNow()
    } else {
      await this.getPrompt()
    }
  }

  /** Cancels the job under way, and the ones that wait for it: the user wants the board back. Another job's id does nothing. */
  cancelJob(id: number): void {
    if (this.runner.cancel(id)) this.parts.queue.drop(calledOff())
  }

  /** Stops what runs; then boot.py and main.py run. Resolves when the reset has been sent. */
  softReset(): Promise<void> {
    return softReset(this.parts, this.programs)
  }

  /** Gets the prompt of a board that ignores Ctrl-C, see `Rescue.get`. */
  rescue(way: RescueWay): Promise<void> {
    return this.rescuing.get(way)
  }

  /** As by the board's own button; whatever is under way is `cancelled`, but for waiting to catch it. `not-available` where the port has none. */
  hardReset(): Promise<void> {
    if (this.rescuing.isCatching) return this.parts.port.hardReset()
    return hardReset(this.parts, this.programs, this.runner, this.firmware)
  }

  /** What the user typed; kept while a job has the port. `busy` when too much is kept, `watch-only`, `port-gone`. */
  async input(bytes: Uint8Array): Promise<void> {
    checkUsable(this.parts)
    const { port, watch } = this.parts
    if (!port.holdsInput) {
      watch.sent(bytes)
      this.programs.noteTyped(bytes)
    }
    await port.type(bytes)
  }

  /** Text from the clipboard, see `pasteText`. */
  paste(text: string): Promise<void> {
    return pasteText(this.parts, this.programs, this.runner, text, (bytes) => this.input(bytes))
  }

  /** Runs text without saving it; resolves when the program has ended. `needs-prompt` when another runs and may not be stopped. */
  async run(name: string, text: string, stop: StopChoice): Promise<RunOutcome> {
    const { done } = await this.parts.queue.run(async () => {
      await this.programs.makeWay(stop === 'refuse' ? 'refuse' : 'stop')
      return await startProgram(this.parts, this.programs, name, text)
    })
    return await done
  }

  readonly list: BoardJobs['list'] = (...request) => this.files.jobs.list(...request)
  readonly readFile: BoardJobs['readFile'] = (...request) => this.files.jobs.readFile(...request)
  readonly writeFile: BoardJobs['writeFile'] = (...request) => this.files.jobs.writeFile(...request)
  readonly makeFolder: BoardJobs['makeFolder'] = (...request) => this.files.jobs.makeFolder(...request)
  readonly rename: BoardJobs['rename'] = (...request) => this.files.jobs.rename(...request)
  readonly count: BoardJobs['count'] = (...request) => this.files.jobs.count(...request)
  readonly remove: BoardJobs['remove'] = (...request) => this.files.jobs.remove(...request)
  readonly variables: BoardJobs['variables'] = (...request) => this.files.jobs.variables(...request)
  readonly upload: Transfers['upload'] = (...request) => this.files.transfers.upload(...request)
  readonly download: Transfers['download'] = (...request) => this.files.transfers.download(...request)

  dispose(): void {
    this.reconnecting?.dispose()
    this.owned.dispose()
  }

  private async attach(port: PortInfo, marker: (now: string) => string): Promise<void> {
    const { port: owner, screen, clock, watch, foreign } = this.parts
    const transport: Transport = this.deps.makeTransport(port)
    await owner.open(transport, () => {
      screen.forgetPrompt()
      foreign.begin()
      screen.marker(marker(clockText(clock.now())))
      this.status.note({ port, canHardReset: owner.canHardReset, hasSent: false })
      this.status.set({ kind: 'attached' })
    })
    watch.update()
    this.parts.log('info', `connected at ${port.path}`)
    // The virtual board shows its prompt by itself when it has started.
    if (this.status.greeting === 'prompt' && port.kind !== 'virtual' && !this.status.watchOnly) this.greetBoard()
  }

  private greetBoard(): void {
    this.getPrompt().catch((error: unknown) => {
      if (hasCode(error, 'cancelled', 'port-gone', 'not-connected')) return
      // Nobody asked just now, so nobody gets the failure: the terminal says it.
      const { message, details } = AppError.from(error)
      this.parts.screen.marker(
        details.rungs === undefined ? message : t('No prompt: {{message}}. Tried {{rungs}}.', { message, rungs: String(details.rungs) }),
        'warn',
      )
      this.parts.log('warn', message)
    })
  }

  private lose(): void {
    const { clock, screen, status, queue } = this.parts
    const { state, port } = status
    const during = state.kind === 'working' ? state.job.name : state.kind === 'running' ? state.program.name : undefined
    const since = clock.now()
    screen.marker(t('Gone {{time}}. Waiting for it to come back.', { time: clockText(since) }), 'warn')
    screen.forgetPrompt()
    status.set({ kind: 'lost', since, during })
    this.parts.log('warn', during === undefined ? 'vanished' : `vanished during: ${during}`)
    queue.drop(new AppError('port-gone', t('{{board}} vanished', { board: portName(port) }), { board: port.name }))
    this.firmware.doubt()
    status.note({ interruptIgnored: false, unanswered: null, memory: null })
    if (this.closing !== undefined) return
    const reopen = (found: PortInfo): Promise<void> => this.attach(found, (now) => t('Back {{now}}', { now }))
    const retryMs = (): number => (this.rescuing.isCatching ? CATCH_RETRY_MS : RETRY_MS)
    this.reconnecting = new Reconnecting(clock, this.deps.ports, port, reopen, (text) => this.parts.log('warn', text), retryMs)
  }

  private async end(error: AppError | undefined): Promise<void> {
    const { port, queue, status } = this.parts
    this.reconnecting?.dispose()
    const closed = new AppError('cancelled', t('The session was closed'))
    queue.drop(closed)
    this.runner.cancel(undefined, closed)
    await inTime(this.parts, CLOSE_JOB_MS, queue.idle())
    await inTime(this.parts, CLOSE_PORT_MS, port.close())
    await inTime(this.parts, CLOSE_PORT_MS / 4, this.log.close())
    status.set({ kind: 'closed', error: error?.toWire() })
  }
}
