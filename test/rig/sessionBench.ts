import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import {
  type BoardMemory,
  type OutputItem,
  type PortInfo,
  type SessionSnapshot,
  type SessionState,
  BoardMemory as BoardMemorySchema,
} from '../../shared/board'
import { type Clock, systemClock } from '../../shared/clock'
import { Emitter } from '../../shared/lifecycle'
import { defaultSettings, type Settings } from '../../shared/settings'
import type { BoardSession } from '../../main/board/boardSession'
import type { SessionDeps } from '../../main/board/sessionDeps'
import { Sessions } from '../../main/board/sessions'
import { SyncStates } from '../../main/board/syncStates'
import { HistoryStore } from '../../main/history/historyStore'
import type { Transport } from '../../main/transport/transport'
import { TappedTransport } from './tappedTransport'

/** A session's surroundings without a window: what it shows, sends, remembers. */
export class SessionBench {
  readonly clock: Clock = systemClock
  readonly portChanges = new Emitter<PortInfo[]>()
  readonly memories = new Map<string, BoardMemory>()
  readonly logged: string[] = []
  readonly sessions: Sessions
  readonly states: SessionState[] = []
  ports: PortInfo[]
  /** What survives a restart of the app; gone with the bench. */
  readonly data = path.join(os.tmpdir(), `perfboard-bench-${randomUUID()}`)
  readonly history: HistoryStore
  settings: Settings = defaultSettings
  wire: TappedTransport | undefined
  /** True: ports can't be opened, the board is unplugged. */
  isAway = false
  /** Of the session log on disk. */
  diskLog = ''
  private shown = ''

  constructor(
    port: PortInfo,
    private readonly connect: (port: PortInfo) => Transport,
    workspace: SessionDeps['workspace'],
  ) {
    this.ports = [port]
    this.history = new HistoryStore(path.join(this.data, 'history'), this.clock, () => this.settings)
    const bench = this as SessionBench
    this.sessions = new Sessions({
      clock: this.clock,
      makeTransport: (info) => (this.wire = new TappedTransport(this.connect(info), this.isAway)),
      ports: {
        get current() {
          return bench.ports
        },
        onChange: this.portChanges.event,
      },
      memory: {
        get: (key) => Promise.resolve(this.memories.get(key) ?? BoardMemorySchema.parse({})),
        update: (key, patch) => {
          this.memories.set(key, { ...(this.memories.get(key) ?? BoardMemorySchema.parse({})), ...patch })
          return Promise.resolve()
        },
      },
      settings: { get: () => this.settings },
      log: { write: (level, text) => this.logged.push(`${level}: ${text}`) },
      openSessionLog: () => ({
        write: (bytes) => {
          this.diskLog += Buffer.from(bytes).toString('latin1')
        },
        close: () => Promise.resolve(),
      }),
      workspace,
      history: this.history,
      syncStates: new SyncStates(path.join(this.data, 'sync')),
    })
    this.sessions.onChange(({ state }) => this.states.push(state))
  }

  /** Opens the first port and follows what it shows. */
  async open(): Promise<BoardSession> {
    const { id } = await this.sessions.open(this.ports[0]?.path ?? '')
    const session = this.sessions.get(id)
    const following = session.output.follow(({ seq, items }) => {
      this.show(items)
      following.acknowledge(seq)
    })
    this.show(following.items)
    return session
  }

  /** Opens and waits for the virtual board's own prompt. */
  async openReady(): Promise<BoardSession> {
    const session = await this.open()
    await this.reach(session, 'ready')
    await this.shows(/>>> $/)
    return session
  }

  /** What the terminal shows; our own lines stand as `[text]` on lines of their own. */
  get screen(): string {
    return this.shown
  }

  /** Waits until the terminal shows it. */
  async shows(text: string | RegExp, timeout = 8_000): Promise<void> {
    await this.until(
      () => (typeof text === 'string' ? this.shown.includes(text) : text.test(this.shown)),
      `the screen to show ${String(text)}`,
      timeout,
    )
  }

  /** Waits for a state. */
  async reach(session: BoardSession, kind: SessionState['kind'], timeout = 8_000): Promise<SessionSnapshot> {
    await this.until(
      () => session.snapshot().state.kind === kind,
      `the state ${kind}, not ${JSON.stringify(session.snapshot().state)},`,
      timeout,
    )
    return session.snapshot()
  }

  /** Sends what a user types. */
  async type(session: BoardSession, text: string): Promise<void> {
    await session.input(new TextEncoder().encode(text))
  }

  async dispose(): Promise<void> {
    await this.sessions.closeAll()
    this.sessions.dispose()
    await rm(this.data, { recursive: true, force: true })
  }

  async until(isTrue: () => boolean, what: string, timeout = 8_000): Promise<void> {
    try {
      await vi.waitUntil(isTrue, { timeout, interval: 5 })
    } catch (error) {
      throw new Error(`Waited in vain for ${what}\nScreen: …${JSON.stringify(this.shown.slice(-1_500))}\nLog: ${this.logged.join('\n')}`, {
        cause: error,
      })
    }
  }

  private show(items: readonly OutputItem[]): void {
    for (const item of items) {
      if (item.kind === 'bytes') this.shown += Buffer.from(item.bytes).toString('utf8')
      else if (item.kind === 'marker') this.shown += `${this.shown === '' || this.shown.endsWith('\n') ? '' : '\n'}[${item.text}]\n`
      else this.shown += `[${item.lines} skipped]\n`
    }
  }
}
