import type { SyncLine } from '../../shared/sync'

/** Which order a plan needs so that it fits. `needed` is the free space that the most sparing order asks for. */
export type SpaceVerdict = { order: 'copy-first' | 'delete-first' } | { order: 'none'; needed: number }

/**
 * Whether a plan's uploads fit into `free` bytes, each with its old version beside it until it is proven. Copying before deleting is the
 * better order: what fails leaves more. Deleting comes first only where it has to. Counted in bytes, not in blocks: small files share them on
 * some file systems, and each save looks again.
 */
export function fitPlan(lines: readonly SyncLine[], free: number): SpaceVerdict {
  const uploads = lines.filter(({ action, here }) => action === 'upload' && here?.kind === 'file')
  const freed = lines.reduce((sum, { action, board }) => sum + (action === 'delete' ? (board?.size ?? 0) : 0), 0)
  const peak = peakOf(uploads)
  if (peak <= free) return { order: 'copy-first' }
  if (peak <= free + freed) return { order: 'delete-first' }
  return { order: 'none', needed: peak - freed }
}

function peakOf(uploads: readonly SyncLine[]): number {
  let used = 0
  let peak = 0
  for (const { here, board } of uploads) {
    const size = here?.size ?? 0
    peak = Math.max(peak, used + size)
    used += size - (board?.size ?? 0)
  }
  return peak
}
