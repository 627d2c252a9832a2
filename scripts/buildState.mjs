// Whether dist/ is older than what it is built from.
import fs from 'node:fs'
import path from 'node:path'
import { modified, top } from './installParts.mjs'

const SOURCES = ['main', 'preload', 'renderer', 'shared', 'scripts/build.mjs', 'package.json', 'package-lock.json']
const OUTPUTS = [
  'dist/main/serve.js',
  'dist/main/main.js',
  'dist/main/cli.js',
  'dist/main/boardWorker.js',
  'dist/electron/main.cjs',
  'dist/preload/preload.cjs',
  'dist/renderer/index.html',
]

/** What the command line needs, which is built without the page. */
const CLI_SOURCES = ['main', 'shared', 'scripts/build.mjs', 'package.json', 'package-lock.json']
const CLI_OUTPUTS = ['dist/main/cli.js', 'dist/main/boardWorker.js']

/** True when something was never built, or a source is newer than the build. */
export function buildIsOld(folder = top) {
  return isOld(folder, SOURCES, OUTPUTS)
}

/** The same for the command line alone. */
export function cliIsOld(folder = top) {
  return isOld(folder, CLI_SOURCES, CLI_OUTPUTS)
}

function isOld(folder, sources, outputs) {
  const built = outputs.map((file) => modified(path.join(folder, file)))
  if (built.includes(undefined)) return true
  return newest(sources.map((name) => path.join(folder, name))) > Math.min(...built)
}

/** The latest change of the files and of everything in the folders: deleting a file changes its folder. */
function newest(places) {
  let latest = 0
  for (const place of places) {
    latest = Math.max(latest, modified(place) ?? 0)
    if (!fs.statSync(place, { throwIfNoEntry: false })?.isDirectory()) continue
    latest = Math.max(latest, newest(fs.readdirSync(place).map((name) => path.join(place, name))))
  }
  return latest
}
