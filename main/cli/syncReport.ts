import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { SyncLine, SyncPlan, SyncResult } from '../../shared/sync'
import { EXIT } from './exitCodes'
import { tellNotKept } from './notKept'
import type { Output } from './output'

/** The words of a plan's lines are the same in all languages: scripts read them. */
const WIDTH = 9

/** A plan as lines: what would be done to what. What stays as it is is only counted. */
export function planReport(plan: SyncPlan): string[] {
  const doing = plan.lines.filter((line) => line.status !== 'same' && line.action !== 'keep')
  return doing.map((line) => `${line.action.padEnd(WIDTH)}${line.path}${note(line)}`)
}

function note({ action, status, why }: SyncLine): string {
  if (why !== undefined) return ` (${why})`
  return action === 'ask' ? ` (${status})` : ''
}

/** The lines that a user's `--force` decides: what is asked about is copied the way that the plan goes. */
export function forcedChoices({ lines, mode }: SyncPlan): { path: string; action: 'upload' | 'download' }[] {
  const action = mode === 'download' ? 'download' : 'upload'
  return lines.filter((line) => line.action === 'ask' && line.choices.includes(action)).map(({ path }) => ({ path, action }))
}

/** Says what was done, and answers the exit code: a failure where anything was left undone. */
export function tellResult(output: Output, plan: SyncPlan, result: SyncResult, json: boolean): number {
  const { uploaded, downloaded, removed, same, proven, unproven, left, notKept, ended, error } = result
  if (json) output.json(result)
  else {
    const undone = new Set(left.map(({ path }) => path))
    for (const line of planReport({ ...plan, lines: plan.lines.filter(({ path }) => !undone.has(path)) })) output.line(line)
    output.line(
      t('{{uploaded}} uploaded, {{downloaded}} downloaded, {{removed}} deleted on the board, {{same}} the same', {
        uploaded,
        downloaded,
        removed,
        same,
      }),
    )
    if (uploaded + downloaded > 0)
      output.line(t('{{proven}} of {{copied}} copies proven by SHA-256', { proven, copied: proven + unproven.length }))
  }
  tellNotKept(output, notKept)
  if (ended === 'cancelled') throw new AppError('cancelled', t('Called off'))
  if (error !== undefined) throw AppError.fromWire(error)
  for (const { path, error: why } of left) {
    output.error(`perfboard: ${path}: ${why === undefined ? t('changed on both sides; --force takes the source’s') : why.message}`)
  }
  const unusable = plan.lines.filter((line) => line.status === 'unusable')
  for (const line of unusable) output.error(t('perfboard: {{path}} can’t be copied ({{why}})', { path: line.path, why: line.why ?? '' }))
  return left.length + unusable.length === 0 ? EXIT.ok : EXIT.failed
}
