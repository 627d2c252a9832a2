import type { SyncAction, SyncEntry, SyncLine, SyncMode, SyncStatus, UnusableReason } from '../../shared/sync'
import { byPath, isSameEntry, parentsOf, type SyncTree } from './syncTree'

/** What a plan is made of. */
export interface PlanFacts {
  here: SyncTree
  board: SyncTree
  /** The hashes that both sides had when they were synced last, by path; null: never. */
  last: ReadonlyMap<string, string> | null
  mode: SyncMode
  /** False: nothing can be written at the source. */
  isWritable: boolean
}

/** What happens by default; what is not named is kept. Only `mirror` deletes, and what changed without the user's knowing is asked about. */
const ACTIONS: Readonly<Record<SyncMode, Partial<Record<SyncStatus, SyncAction>>>> = {
  upload: {
    'only-here': 'upload',
    'changed-here': 'upload',
    different: 'upload',
    'changed-on-board': 'ask',
    conflict: 'ask',
    'deleted-on-board': 'ask',
    clash: 'ask',
  },
  mirror: {
    'only-here': 'upload',
    'changed-here': 'upload',
    different: 'upload',
    'deleted-on-board': 'upload',
    'only-on-board': 'delete',
    'deleted-here': 'delete',
    'changed-on-board': 'ask',
    conflict: 'ask',
    clash: 'ask',
  },
  download: {
    'only-on-board': 'download',
    'changed-on-board': 'download',
    different: 'download',
    'changed-here': 'ask',
    conflict: 'ask',
    'deleted-here': 'ask',
    clash: 'ask',
  },
  both: {
    'only-here': 'upload',
    'changed-here': 'upload',
    'only-on-board': 'download',
    'changed-on-board': 'download',
    different: 'ask',
    conflict: 'ask',
    'deleted-here': 'ask',
    'deleted-on-board': 'ask',
    clash: 'ask',
  },
}

/** A line for every file of either side, and for every folder that only one side has; by path. */
export function planLines(facts: PlanFacts): SyncLine[] {
  const { here, board } = facts
  const paths = [...new Set([...here.entries.keys(), ...board.entries.keys()])].sort(byPath)
  const clashes = new Set(paths.filter((path) => isClash(here.entries.get(path), board.entries.get(path))))
  const lines: SyncLine[] = []
  for (const path of paths) {
    const ours = here.entries.get(path) ?? null
    const theirs = board.entries.get(path) ?? null
    if (ours?.kind === 'folder' && theirs?.kind === 'folder') continue
    const isBelowClash = parentsOf(path).some((parent) => clashes.has(parent))
    lines.push(lineFor(facts, path, ours, theirs, isBelowClash || clashes.has(path)))
  }
  return lines
}

function lineFor(facts: PlanFacts, path: string, here: SyncEntry | null, board: SyncEntry | null, isClashing: boolean): SyncLine {
  const line = { path, here, board }
  // Nothing below a file can be made where the other side has a folder: the user has to rename one of them.
  if (isClashing) return { ...line, status: 'clash', action: ACTIONS[facts.mode].clash ?? 'keep', choices: ['keep'] }
  const status = statusOf(facts, path, here, board)
  if (status === 'same') return { ...line, status, action: 'keep', choices: ['keep'] }
  const stopsUpload = reasonAgainst(facts.board, facts.here, path, here)
  const stopsDownload = reasonAgainst(facts.here, facts.board, path, board)
  const choices: SyncAction[] = ['keep']
  if (here !== null && stopsUpload === undefined) choices.push('upload')
  if (board !== null && facts.isWritable && stopsDownload === undefined) choices.push('download')
  if (board !== null) choices.push('delete')
  const action = ACTIONS[facts.mode][status] ?? 'keep'
  if (action === 'ask' || choices.includes(action)) return { ...line, status, action, choices }
  const why = action === 'upload' ? stopsUpload : stopsDownload
  return { ...line, status: 'unusable', action: 'keep', choices, ...(why === undefined ? {} : { why }) }
}

/** Why what one side has can't be copied to the other, `to`. */
function reasonAgainst(to: SyncTree, from: SyncTree, path: string, entry: SyncEntry | null): UnusableReason | undefined {
  const reason = [path, ...parentsOf(path)]
    .map((each) => to.unusable.get(each) ?? from.unusable.get(each))
    .find((each) => each !== undefined)
  return reason ?? (entry?.kind === 'file' && entry.sha256 === undefined ? 'unreadable' : undefined)
}

function statusOf({ last }: PlanFacts, path: string, here: SyncEntry | null, board: SyncEntry | null): SyncStatus {
  if (isSameEntry(here, board)) return 'same'
  const before = last?.get(path)
  if (here === null) return before === undefined ? 'only-on-board' : board?.sha256 === before ? 'deleted-here' : 'conflict'
  if (board === null) return before === undefined ? 'only-here' : here.sha256 === before ? 'deleted-on-board' : 'conflict'
  if (before === undefined) return 'different'
  if (board.sha256 === before) return 'changed-here'
  return here.sha256 === before ? 'changed-on-board' : 'conflict'
}

function isClash(here: SyncEntry | undefined, board: SyncEntry | undefined): boolean {
  return here !== undefined && board !== undefined && here.kind !== board.kind
}
