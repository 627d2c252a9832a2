import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { BUILT_APP, LIMIT, startElectron } from './appInElectron'
import { type Measure, middle } from './measure'

const ROUNDS = 9

/**
 * From the start of the program to the first typed letter on the screen: the app, which brings back a file that was open, beside an empty Electron
 * window with the same Monaco. They take turns, after one start of each that isn't counted.
 */
export async function startToTyping(): Promise<Measure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'perfboard-bench-'))
  try {
    const userData = path.join(folder, 'user-data')
    const empty = await buildEmptyWindow(path.join(folder, 'empty'))
    mkdirSync(userData)
    writeFileSync(path.join(userData, 'settings.json'), '{}') // not a first start, which asks things
    await openOneFile(userData)
    const times = { app: [] as number[], empty: [] as number[] }
    for (let round = 0; round <= ROUNDS; round++) {
      const ours = await timeToLetter(BUILT_APP, { PERFBOARD_USER_DATA: userData })
      const theirs = await timeToLetter(empty, {})
      if (round === 0) continue // the system's caches are cold
      times.app.push(ours)
      times.empty.push(theirs)
    }
    return [
      { name: 'Start to typing', unit: 'ms', ...middle(times.app) },
      { name: 'Start to typing, empty window with Monaco', unit: 'ms', ...middle(times.empty) },
      {
        name: 'Start to typing against the empty window',
        value: middle(times.app).value / middle(times.empty).value,
        unit: 'ratio',
        atMost: 1.5,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function buildEmptyWindow(folder: string): Promise<string> {
  const source = path.resolve('test/bench/emptyWindow')
  const options = { outDir: path.join(folder, 'page'), emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 6_000 }
  await build({ configFile: false, root: source, base: './', logLevel: 'warn', build: options, worker: { format: 'es' } })
  cpSync(path.join(source, 'main.cjs'), path.join(folder, 'main.cjs'))
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'empty-window', main: 'main.cjs' }))
  return folder
}

/** The first start of all, in which a file is begun; the next ones bring it back. */
async function openOneFile(userData: string): Promise<void> {
  const { electron, page } = await startElectron(BUILT_APP, { PERFBOARD_USER_DATA: userData })
  await page.getByRole('button', { name: /^Board:/ }).waitFor(LIMIT)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+n')
  await page.locator('.monaco-editor .view-line').first().waitFor(LIMIT)
  await page.keyboard.type('print(1)')
  await electron.close()
}

async function timeToLetter(app: string, env: Record<string, string>): Promise<number> {
  const started = performance.now()
  const { electron, page } = await startElectron(app, env)
  await page.locator('.monaco-editor.focused .view-line').first().waitFor(LIMIT)
  await page.keyboard.type('q')
  await page.locator('.monaco-editor .view-lines', { hasText: 'q' }).waitFor(LIMIT)
  const took = performance.now() - started
  await page.keyboard.press('Backspace')
  await electron.close()
  return took
}
