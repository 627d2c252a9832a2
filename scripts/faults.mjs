// `npm run test:faults -- --runs 5000 --seed 20000`: carries out that many plans of faults, from that seed on. A failed one says how to run it alone.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { top } from './installParts.mjs'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } })
const [runs, seed] = [Number(values.runs), Number(values.seed)]
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error('--runs is a number of plans, --seed the first one’s seed; both are whole numbers')
  process.exit(2)
}
const result = spawnSync(
  process.execPath,
  [path.join(top, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', '--project', 'faults'],
  { cwd: top, stdio: 'inherit', env: { ...process.env, PERFBOARD_FAULT_RUNS: String(runs), PERFBOARD_FAULT_SEED: String(seed) } },
)
process.exitCode = result.status ?? 1
