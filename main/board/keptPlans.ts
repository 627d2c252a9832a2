import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { SyncPlan } from '../../shared/sync'
import type { PlanSource } from './syncSource'

/** A plan with what it takes to carry it out. */
export interface KeptPlan {
  plan: SyncPlan
  source: PlanSource
  /** Undefined: nothing is remembered of these two. */
  pair: { disk: string; hashes: () => Record<string, { size: number; mtime: number; sha256: string }> } | undefined
}

/** Older plans are forgotten. */
const MOST = 8

/** The plans of one session that may still be carried out. A window gets the lines; hashes and sources stay here. */
export class KeptPlans {
  private readonly plans = new Map<string, KeptPlan>()

  keep(kept: KeptPlan): void {
    this.plans.set(kept.plan.id, kept)
    for (const oldest of this.plans.keys()) {
      if (this.plans.size <= MOST) break
      this.plans.delete(oldest)
    }
  }

  /** `not-found` when newer ones have displaced it, or it was carried out. */
  get(id: string): KeptPlan {
    const kept = this.plans.get(id)
    if (kept === undefined) throw new AppError('not-found', t('This plan is too old. Make it again.'), { plan: id })
    return kept
  }

  forget(id: string): void {
    this.plans.delete(id)
  }
}
