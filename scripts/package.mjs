// `npm run package`: makes the unpacked app for this system in release/, by electron-builder.
//   npm run package -- --output <folder>   elsewhere
// With ELECTRON_OVERRIDE_DIST_PATH the runtime in that folder is used and nothing is fetched: for tests, never to be shipped.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildIsOld } from './buildState.mjs'
import { installParts, nodeProblem, top } from './installParts.mjs'

const { values: options } = parseArgs({ options: { output: { type: 'string', default: path.join(top, 'release') } } })

const problem = nodeProblem() ?? installParts()
if (problem !== null) {
  console.error(problem)
  process.exit(1)
}
if (buildIsOld() && spawnSync(process.execPath, [path.join(top, 'scripts/build.mjs')], { cwd: top, stdio: 'inherit' }).status !== 0)
  process.exit(1)

const { build, Platform } = await import('electron-builder')
await build({
  projectDir: top,
  targets: Platform.current().createTarget('dir'),
  publish: 'never',
  config: {
    extends: path.join(top, 'electron-builder.yml'),
    directories: { output: path.resolve(options.output) },
    ...stagedRuntime(),
    afterPack: removeStandIn,
  },
})

/** Settings for a runtime that lies on this machine already; none when Electron's own is to be fetched. */
function stagedRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return {}
  return { electronDist: folder, electronVersion: fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '') }
}

/** A staged runtime brings a loader of its own in resources/app, which would stand beside ours. */
function removeStandIn({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir)
  for (const name of ['app', 'default_app.asar']) fs.rmSync(path.join(resources, name), { recursive: true, force: true })
}
