import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** Before a suite: bundles what runs in Node, so that workers exist as files (the same bundles that ship). */
export default function setup(): void {
  const top = path.resolve(import.meta.dirname, '../..')
  const built = spawnSync(process.execPath, [path.join(top, 'scripts/build.mjs'), 'main'], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`)
}
