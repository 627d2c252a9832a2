import fs from 'node:fs'
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { BoardMemory, type PortInfo } from '../../../shared/board'
import { systemClock } from '../../../shared/clock'
import { Emitter } from '../../../shared/lifecycle'
import { defaultSettings } from '../../../shared/settings'
import type { BoardSession } from '../../../main/board/boardSession'
import { Sessions } from '../../../main/board/sessions'
import { SyncStates } from '../../../main/board/syncStates'
import { HistoryStore } from '../../../main/history/historyStore'
import { VirtualBoard } from '../../../main/virtual/virtualBoard'
import { VirtualPort } from '../../../main/virtual/virtualPort'
import { Workspace } from '../../../main/workspace/workspace'
import { workerPath } from '../workerPath'
import { refill } from './boardRefill'
import { fillStorage, readStorage } from './boardStorage'
import type { Fault } from './fault'
import { FaultyTransport } from './faultyTransport'
import { JumpingClock } from './jumpingClock'
import type { BoardTree } from './operation'

/** Where Linux keeps files in memory: hundreds of small ones a plan cost nothing there. */
const MEMORY_DISK = '/dev/shm'

const PORT: PortInfo = {
  path: '/dev/ttyFAULT0',
  kind: 'serial',
  name: 'Board',
  vendorId: '2E8A',
  productId: '0005',
  serialNumber: 'F00D',
  hasHardwareId: true,
}

/** Real MicroPython on its thread, the real session before it, and between them a wire with faults and a clock that jumps. Used for one plan after the other. */
export class FaultRig {
  clock: JumpingClock
  /** The wire of the session as it is now. */
  wire: FaultyTransport | undefined
  /** What the session was told to log. */
  logged: string[] = []
  /** Called when a fault strikes that is the user's doing. */
  onCancel: () => void = () => undefined
  /** The kinds of the faults that struck beside those of the bytes. */
  struck: string[] = []
  private isAway = false
  private isRawOnly = false
  private sessions: Sessions | undefined
  private portChanges = new Emitter<PortInfo[]>()
  private restarting: Promise<void> = Promise.resolve()

  private constructor(
    private readonly root: string,
    private readonly board: VirtualBoard,
    readonly workspace: Workspace,
  ) {
    this.clock = this.newClock()
  }

  static async start(): Promise<FaultRig> {
    const root = await mkdtemp(path.join(fs.existsSync(MEMORY_DISK) ? MEMORY_DISK : os.tmpdir(), 'perfboard-faults-'))
    const board = new VirtualBoard({ folder: path.join(root, 'flash'), workerPath, clock: systemClock })
    const workspace = new Workspace({ grantsFile: path.join(root, 'grants.json') })
    await workspace.grant(root)
    return new FaultRig(root, board, workspace)
  }

  /** A folder of the computer for this plan, empty. */
  get desk(): string {
    return path.join(this.root, 'desk')
  }

  /** A board with these files that was just switched on, and a session that has its port open. */
  async begin(tree: BoardTree, isRawOnly: boolean): Promise<BoardSession> {
    this.wire = undefined
    if (!this.board.isOn || !(await refill(this.board, tree))) await this.powerCycle(tree)
    await rm(this.desk, { recursive: true, force: true })
    await rm(this.data, { recursive: true, force: true })
    await mkdir(this.desk)
    this.clock = this.newClock()
    this.isAway = false
    this.isRawOnly = isRawOnly
    this.struck = []
    this.logged = []
    this.portChanges = new Emitter()
    const memories = new Map<string, BoardMemory>()
    const memoryOf = (key: string): BoardMemory => memories.get(key) ?? BoardMemory.parse({})
    const rig = this as FaultRig
    this.sessions = new Sessions({
      clock: this.clock,
      makeTransport: () => (this.wire = this.newWire()),
      ports: {
        get current() {
          return rig.isAway ? [] : [PORT]
        },
        onChange: this.portChanges.event,
      },
      memory: {
        get: (key) => Promise.resolve(memoryOf(key)),
        update(key, patch) {
          memories.set(key, { ...memoryOf(key), ...patch })
          return Promise.resolve()
        },
      },
      settings: { get: () => defaultSettings },
      log: { write: (level, text) => this.logged.push(`${level}: ${text}`) },
      openSessionLog: () => ({ write: () => undefined, close: () => Promise.resolve() }),
      workspace: this.workspace,
      history: new HistoryStore(path.join(this.data, 'history'), this.clock, () => defaultSettings),
      syncStates: new SyncStates(path.join(this.data, 'sync')),
    })
    // What the board prints while it starts belongs to nobody.
    await this.clock.pass(0)
    const opened = this.sessions.open(PORT.path)
    await this.clock.drive(opened, 10_000)
    return this.sessions.get((await opened).id)
  }

  /** The board's storage as it is, once the board waits for bytes. */
  async storage(): Promise<BoardTree> {
    await this.clock.pass(0)
    await this.restarting
    return readStorage(this.flash)
  }

  /** The faults have ended: what was held up goes on, and a board that was unplugged is plugged in again. */
  async mend(): Promise<void> {
    this.wire?.disarm()
    await this.restarting
    if (!this.isAway) return
    await this.board.powerOn()
    this.isAway = false
    this.portChanges.fire([PORT])
  }

  /** Ends the session; what it still waits for afterwards is a leak. */
  async end(): Promise<number> {
    const closed = this.sessions?.closeAll() ?? Promise.resolve()
    await this.clock.drive(closed, 10_000)
    this.sessions?.dispose()
    await this.clock.pass(30_000)
    return this.clock.pending
  }

  async dispose(): Promise<void> {
    await this.board.powerOff()
    this.board.dispose()
    this.workspace.dispose()
    await rm(this.root, { recursive: true, force: true })
  }

  private async powerCycle(tree: BoardTree): Promise<void> {
    await this.board.powerOff()
    fillStorage(this.flash, tree)
    await this.board.powerOn()
  }

  /** What the app keeps for itself. */
  private get data(): string {
    return path.join(this.root, 'data')
  }

  private get flash(): string {
    return path.join(this.root, 'flash')
  }

  private newClock(): JumpingClock {
    return new JumpingClock(() => this.board.isAtRest && this.wire?.isMoving !== true)
  }

  private newWire(): FaultyTransport {
    return new FaultyTransport(new VirtualPort(this.board, this.clock), {
      clock: this.clock,
      isAway: () => this.isAway,
      isRawOnly: this.isRawOnly,
      act: (fault) => this.act(fault),
    })
  }

  private act(fault: Fault): void {
    this.struck.push(fault.kind)
    if (fault.kind === 'cancel') this.onCancel()
    else if (fault.kind === 'reset') this.restarting = this.board.hardReset()
    else if (fault.kind === 'unplug') {
      this.isAway = true
      if (!fault.isPowered) this.restarting = this.board.powerOff()
    }
  }
}
