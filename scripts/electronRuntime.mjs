// Finds Electron's runtime, and says why it can't be used where that is so.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { top } from './installParts.mjs'

/** Fetching the runtime (about 110 MB) ends after this long. */
const FETCH_LIMIT_MS = 300_000
/** Without any answer from the download site there is no use in waiting. */
const REACH_LIMIT_MS = 10_000

/** The Debian packages of the libraries that Electron loads. */
const PACKAGES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libdrm.so.2': 'libdrm2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libcairo.so.2': 'libcairo2',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libexpat.so.1': 'libexpat1',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
}

/** The runtime's executable where it is there already: the staged one, else the installed package's. Null when there is none. */
export function findElectron(folder = top, env = process.env) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const name = names[process.platform] ?? 'electron'
  const staged = env.ELECTRON_OVERRIDE_DIST_PATH
  const file = staged ? path.join(staged, name) : path.join(folder, 'node_modules/electron/dist', name)
  return fs.existsSync(file) ? file : null
}

/** Has Electron's own installer fetch the runtime. Returns the executable, or null when it can't be had. */
export async function fetchElectron(folder = top) {
  const installer = path.join(folder, 'node_modules/electron/install.js')
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH || !fs.existsSync(installer) || !(await isReachable())) return null
  console.error('Fetching Electron’s runtime (once, about 110 MB) ...')
  spawnSync(process.execPath, [installer], { stdio: ['ignore', 2, 'ignore'], timeout: FETCH_LIMIT_MS, killSignal: 'SIGKILL' })
  return findElectron(folder)
}

/** Whether the place that the runtime comes from answers at all. */
async function isReachable() {
  const place =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/download/'
  // A proxy is the installer's to find; only its own limit holds then.
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true
  try {
    await fetch(place, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACH_LIMIT_MS) })
    return true
  } catch {
    return false
  }
}

/** The shared libraries that the executable misses (Linux; elsewhere and without ldd: none). */
export function missingLibraries(executable) {
  if (process.platform !== 'linux') return []
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}

/** One sentence about missing libraries, with the Debian packages that hold them. */
export function librariesSentence(libraries) {
  const packages = [...new Set(libraries.map((name) => PACKAGES[name]).filter((name) => name !== undefined))]
  const advice = packages.length === 0 ? '' : `; on Debian: apt install ${packages.join(' ')}`
  return `Electron lacks ${libraries.join(', ')}${advice}`
}

/** True where a window has a screen to appear on. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
}

/** As root Chromium's sandbox can't be had on Linux. */
export function sandboxArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
