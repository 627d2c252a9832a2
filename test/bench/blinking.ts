import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { BUILT_APP, LIMIT, startElectron } from './appInElectron'
import { type Measure, middle } from './measure'
import { processorSeconds } from './processorTime'

/** Milliseconds: until what a start or a stop has left behind is over; and what is measured. */
const SETTLE_MS = 3_000
const MEASURED_MS = 15_000

/** Rest and blink take turns so often, as now and then the engine tidies its memory in one of them. */
const ROUNDS = 5

const BLINK = `from machine import Pin
import time
led = Pin('LED', Pin.OUT)
while True: led.toggle(); time.sleep(0.5)`

/**
 * What a blinking LED costs in the whole app, all of its processes together, with the Board view shown: the window while it blinks less the same
 * window at rest just before, where the editor's cursor blinks alone. Each figure is that of the round in the middle.
 */
export async function blinking(): Promise<Measure[]> {
  if (process.platform !== 'linux') return []
  const userData = mkdtempSync(path.join(os.tmpdir(), 'perfboard-bench-'))
  writeFileSync(path.join(userData, 'settings.json'), '{}')
  const { electron, page } = await startElectron(BUILT_APP, { PERFBOARD_USER_DATA: userData })
  try {
    page.setDefaultTimeout(LIMIT.timeout)
    await page.getByRole('button', { name: /^Board:/ }).click()
    await page.getByRole('option', { name: /Virtual board/ }).click()
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.getByText('Ready', { exact: true }).first().waitFor()
    await page.keyboard.press('Control+n')
    await page.locator('.monaco-editor.focused').waitFor()
    await page.getByRole('region', { name: 'Board view' }).waitFor()
    const pid = electron.process().pid ?? 0
    await page.keyboard.insertText(BLINK)
    const rests: number[] = []
    const blinks: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      rests.push(await processorShare(pid))
      await page.keyboard.press('F5')
      await page.getByRole('img', { name: 'Green LED on the board, GP25: on' }).waitFor()
      blinks.push(await processorShare(pid))
      await page.keyboard.press('Shift+F5')
      await page.getByText('Ready', { exact: true }).first().waitFor()
    }
    const costs = blinks.map((blink, round) => blink - (rests[round] ?? Number.NaN))
    return [
      { name: 'The window at rest, share of a core', unit: 'share', ...middle(rests) },
      { name: 'The window with a blinking LED, share of a core', unit: 'share', ...middle(blinks) },
      { name: 'A blinking LED, share of a core', unit: 'share', ...middle(costs), atMost: 0.03 },
    ]
  } finally {
    await electron.close()
    rmSync(userData, { recursive: true, force: true })
  }
}

/** What a program and its children use of a core, once what came before is over. */
async function processorShare(pid: number): Promise<number> {
  await pause(SETTLE_MS)
  const before = processorSeconds(pid)
  await pause(MEASURED_MS)
  return (processorSeconds(pid) - before) / (MEASURED_MS / 1_000)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
