// What the tests need of the machine: a display, socat, Chromium, Electron and its libraries.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fetchElectron, findElectron, hasDisplay, missingLibraries } from './electronRuntime.mjs'

/** Program -> Debian package. */
const PROGRAMS = { Xvfb: 'xvfb', socat: 'socat', chromium: 'chromium', ser2net: 'ser2net' }
const ELECTRON_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'xauth', 'xdg-utils']
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where a program is, by PATH; undefined when it isn't there. */
export function findProgram(name) {
  // Servers lie where only root's PATH leads.
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin']
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file))
}

/** Chromium or Chrome; undefined when there is none. */
export function findChromium() {
  const macs = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return process.env.PERFBOARD_TEST_CHROMIUM ?? CHROMIUM_NAMES.map(findProgram).find(Boolean) ?? (fs.existsSync(macs) ? macs : undefined)
}

/** Electron's executable if it can be run here, else undefined. */
export async function usableElectron() {
  const executable = findElectron() ?? (await fetchElectron())
  return executable !== null && missingLibraries(executable).length === 0 ? executable : undefined
}

/** Installs the Debian packages that are missing, where that is possible (Debian's like, as root). */
export function installSystemPackages() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || findProgram('apt-get') === undefined) return
  const missing = Object.keys(PROGRAMS).filter((name) => (name === 'chromium' ? findChromium() : findProgram(name)) === undefined)
  const packages = missing.map((name) => PROGRAMS[name])
  const electron = findElectron()
  if (electron !== null && missingLibraries(electron).length > 0) packages.push(...ELECTRON_PACKAGES)
  if (packages.length === 0) return
  console.log(`Installing ${packages.join(' ')} ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 2, 2] }).status === 0
  if (!apt('update') || !apt('install', '-y', '--no-install-recommends', ...packages))
    console.log('Not everything could be installed; what is missing shows below')
}

/** A display for windows: the machine's own, else an Xvfb of our own. `env` is what a window needs; null when there is none. */
export async function openDisplay() {
  if (hasDisplay()) return { env: {}, close() {} }
  if (findProgram('Xvfb') === undefined) return null
  // Xvfb picks a free number and writes it to the third file once it is ready.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise((resolve) => {
    server.once('error', () => resolve(undefined))
    server.once('exit', () => resolve(undefined))
    server.stdio[3].once('data', (bytes) => resolve(bytes.toString().trim()))
  })
  return number === undefined ? null : { env: { DISPLAY: `:${number}` }, close: () => server.kill() }
}
