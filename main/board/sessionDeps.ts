import type { BoardMemory, PortInfo } from '../../shared/board'
import type { Clock } from '../../shared/clock'
import type { Settings } from '../../shared/settings'
import type { HistoryStore } from '../history/historyStore'
import type { Transport } from '../transport/transport'
import type { SyncDisk } from './computerSource'
import type { PortSource } from './reconnecting'
import type { ByteLog } from './screen'
import type { SyncStates } from './syncStates'
import type { Disk } from './transferPlan'

/** What sessions need of the rest of the program. */
export interface SessionDeps {
  clock: Clock
  /** A transport for the port, not opened yet. */
  makeTransport(port: PortInfo): Transport
  ports: PortSource
  /** What is remembered of boards, by their keys. */
  memory: { get(key: string): Promise<BoardMemory>; update(key: string, patch: Partial<BoardMemory>): Promise<void> }
  settings: { get(): Settings }
  log: { write(level: 'info' | 'warn' | 'error', text: string): void }
  /** Opens the log of every byte that this board prints. */
  openSessionLog(boardName: string): ByteLog
  workspace: Disk & SyncDisk
  /** What boards held. */
  history: HistoryStore
  /** What is remembered of folders that were synced. */
  syncStates: SyncStates
}
