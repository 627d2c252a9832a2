import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describePlan, planOf } from './faultPlan'
import { FaultRig } from './faultRig'
import { runPlan } from './faultRun'

/** How many plans `npm test` carries out. */
const RUNS = 1_000
/** The test files that share them. */
const FILES = 4
/** A plan takes far less; this is for a machine that does much else. */
const LIMIT_MS = 60_000

/** Carries out this file's share of the plans, a test for each. */
export function faultSuite(file: number): void {
  const runs = Number(process.env.PERFBOARD_FAULT_RUNS ?? RUNS)
  const first = Number(process.env.PERFBOARD_FAULT_SEED ?? 1)
  const seeds = Array.from({ length: runs }, (_, i) => first + i).filter((_, i) => i % FILES === file)
  describe('the file on the board is the old or the new one, what is said to be done is done, and the next work succeeds', () => {
    let rig: FaultRig
    beforeAll(async () => {
      rig = await FaultRig.start()
    })
    afterAll(() => rig.dispose())
    // A file without a share of a short run has nothing to show.
    if (seeds.length === 0) it('no plan falls to this file', () => expect(runs).toBeLessThan(FILES))
    for (const seed of seeds) {
      const plan = planOf(seed)
      it(describePlan(plan), { timeout: LIMIT_MS }, async () => {
        const { problems, logged } = await runPlan(rig, plan)
        const words = [...problems, describePlan(plan), `Again: npm run test:faults -- --runs 1 --seed ${seed}`, ...logged]
        expect(problems, words.join('\n')).toEqual([])
      })
    }
  })
}
