// `npm run bench`: builds the app and measures it. `npm run bench -- startToTyping` runs one bench; --json prints for machines.
import { build as esbuild } from 'esbuild'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildMain, buildRenderer } from './build.mjs'
import { top } from './installParts.mjs'
import { openDisplay, usableElectron } from './testMachine.mjs'

await buildMain()
await buildRenderer()
const outfile = path.join(top, 'dist/bench/main.js')
await esbuild({
  entryPoints: [path.join(top, 'test/bench/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
})
await usableElectron()
const display = await openDisplay()
const result = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  cwd: top,
  stdio: 'inherit',
  env: { ...process.env, ...display?.env },
})
display?.close()
process.exitCode = result.status ?? 1
