// `npm run screenshots`: photographs every view, dialog, empty state and error, in both themes and layouts, in three sizes, into
// test-output/looks. `npm run screenshots -- welcome` only the scenes whose file is called that.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildMain, buildRenderer } from './build.mjs'
import { top } from './installParts.mjs'
import { findChromium } from './testMachine.mjs'

await buildMain()
await buildRenderer()
const result = spawnSync(
  process.execPath,
  [
    path.join(top, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    'screenshots',
    ...process.argv.slice(2),
  ],
  { cwd: top, stdio: 'inherit', env: { ...process.env, PERFBOARD_TEST_CHROMIUM: findChromium() ?? '' } },
)
process.exitCode = result.status ?? 1
