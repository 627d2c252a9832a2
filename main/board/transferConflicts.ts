import type { ConflictChoice } from '../../shared/board'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { PlannedFile, TransferPlan } from './transferPlan'

/** A plan that was held against what is there. */
export interface SettledPlan extends TransferPlan {
  /** Files that hold the same bytes already and are not copied again. */
  same: number
  /** Files that are there with other contents and are left as they are. */
  skipped: number
}

/** The paths that the failure names; more are only counted. They cross the contract in one line of text each. */
const NAMED_PATHS = 100

/**
 * Decides about every file whose target is there already. What `isSame` finds equal is left out; of the rest, `replace` copies, `skip`
 * leaves out, and `refuse` throws `exists` with `{ count, paths }`, the paths one a line, before anything is written.
 */
export async function settlePlan(
  plan: TransferPlan,
  conflict: ConflictChoice,
  isSame: (file: PlannedFile) => Promise<boolean>,
): Promise<SettledPlan> {
  const files: PlannedFile[] = []
  const differing: PlannedFile[] = []
  let same = 0
  for (const file of plan.files) {
    if (file.there === undefined) files.push(file)
    else if (file.there === file.size && (await isSame(file))) same += 1
    else differing.push(file)
  }
  if (conflict === 'refuse' && differing.length > 0) throw conflictError(differing)
  if (conflict === 'replace') files.push(...differing)
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  return { folders: plan.folders, files, bytes, same, skipped: conflict === 'skip' ? differing.length : 0 }
}

function conflictError(differing: readonly PlannedFile[]): AppError {
  const [first] = differing
  const message =
    differing.length === 1 && first !== undefined
      ? t('{{path}} is there already', { path: first.to })
      : t('{{number}} of the files are there already', { number: differing.length })
  const paths = differing.slice(0, NAMED_PATHS).map(({ to }) => to)
  return new AppError('exists', message, { count: differing.length, paths: paths.join('\n') })
}
