import { type SyncAction, type SyncChoice, type SyncLine, syncTotals, withChoices } from '../../shared/sync'

/** The parts of a plan's table, in their order; `same` is folded. */
export const PLAN_GROUPS = ['ask', 'upload', 'download', 'delete', 'keep', 'same'] as const
export type PlanGroup = (typeof PLAN_GROUPS)[number]

/** A part of a plan's table. */
export interface GroupedLines {
  group: PlanGroup
  lines: readonly SyncLine[]
}

/** A plan's lines by what the plan proposes. A line stays in its part when the user wants something else: it must not run away from the hand. */
export function groupLines(lines: readonly SyncLine[]): GroupedLines[] {
  return PLAN_GROUPS.map((group) => ({ group, lines: lines.filter((line) => groupOf(line) === group) })).filter(
    (part) => part.lines.length > 0,
  )
}

function groupOf({ status, action }: SyncLine): PlanGroup {
  return status === 'same' ? 'same' : action
}

/** What the plan comes to with the user's choices. */
export interface PlanTotals {
  uploads: number
  downloads: number
  deletes: number
  /** Lines that somebody has to decide about. */
  asks: number
  same: number
  /** Lines that Sync carries out. */
  work: number
  up: number
  down: number
  /** What is free on the board afterwards, about; null where that isn't known. */
  freeAfter: number | null
}

/** Adds up the lines with the choices; `free`: bytes free on the board now. */
export function planTotals(lines: readonly SyncLine[], choices: Readonly<Record<string, SyncAction>>, free: number | null): PlanTotals {
  const chosen = withChoices(lines, choiceList(choices))
  const totals = syncTotals(chosen)
  const { upload: uploads, download: downloads, delete: deletes, ask: asks } = totals.lines
  const goes = chosen
    .filter((line) => line.action === 'upload' || line.action === 'delete')
    .reduce((sum, { board }) => sum + (board?.size ?? 0), 0)
  return {
    uploads,
    downloads,
    deletes,
    asks,
    same: totals.same,
    work: uploads + downloads + deletes,
    up: totals.up,
    down: totals.down,
    freeAfter: free === null ? null : free - totals.up + goes,
  }
}

/** The choices as the contract has them. */
export function choiceList(choices: Readonly<Record<string, SyncAction>>): SyncChoice[] {
  return Object.entries(choices).map(([path, action]) => ({ path, action }))
}
