import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** Before a suite: bundles the virtual board's worker, which tests start from its file as the app does. */
export default function setup(): void {
  const top = path.resolve(import.meta.dirname, '../..')
  const built = spawnSync(process.execPath, [path.join(top, 'scripts/build.mjs'), 'worker'], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`)
}
