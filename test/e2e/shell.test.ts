import type { Page } from 'playwright-core'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type BoardOnPty, startBoardOnPty } from '../rig/boardOnPty'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')

/** The window itself: keys, palette, settings, sizes, terminal, and faults that stay where they are. Each step stands on the ones before it. */
describe.each(windowKinds)('the window’s shell in %s', (kind) => {
  let app: AppWindow
  let page: Page
  let rig: BoardOnPty

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    rig = await startBoardOnPty()
    app = await openApp(kind, makeUserData())
    page = app.page
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    await page.screenshot({ path: path.join(output, `${kind}-shell-failed-${task.id}.png`) })
    console.log([task.name, await user.terminalText(page), await user.notices(page), ...app.errors].join('\n'))
  })

  afterAll(async () => {
    await app.close()
    await rig.dispose()
    fs.rmSync(app.userData, { recursive: true, force: true })
  })

  it('the palette finds commands by a part of their name, says why one can’t be used, and runs one', async () => {
    await page.keyboard.press('F1')
    const palette = page.getByRole('dialog', { name: 'Command palette' })
    await palette.getByRole('combobox', { name: 'Command' }).fill('soft re')
    expect(await palette.getByRole('option').first().innerText()).toMatch(/Soft reset[^]*No board is connected/)
    await palette.getByRole('combobox', { name: 'Command' }).fill('no such thing')
    await palette.getByText('No command is called that.').waitFor()
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })
    await user.runCommand(page, 'theme light')
    await page.locator(':root[data-theme=light]').waitFor()
  })

  it('can be used from the keyboard alone: choose a board, connect, run, stop', async () => {
    await page.keyboard.press('Control+Shift+B')
    const boards = page.getByRole('listbox', { name: 'Boards' })
    await expect.poll(() => boards.evaluate((list) => list.contains(document.activeElement))).toBe(true)
    await page.keyboard.type('Virtual')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Virtual board')
    await page.keyboard.press('Enter')
    await boards.waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Board: Virtual board')
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Connect')
    await page.keyboard.press('Enter')
    await user.connectionSays(page, 'Ready')
    await user.runCommand(page, 'New file')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)).toBe(true)
    await page.keyboard.type('while True: print("tick")')
    await page.keyboard.press('F5')
    await user.terminalShows(page, /^tick$/m)
    await page.keyboard.press('Shift+F5')
    await user.connectionSays(page, 'Ready')
    await user.terminalShows(page, /Stopped/)
  })

  it('finds text in the terminal, and goes back to it', async () => {
    await user.typeInTerminal(page, 'print("nee" + "dle")\n')
    await user.terminalShows(page, /^needle$/m)
    await page.keyboard.press('Control+Shift+f')
    const find = page.getByRole('search', { name: 'Find in terminal' })
    await find.getByRole('textbox').fill('needle')
    await find.getByText('1 of 1').waitFor()
    await find.getByRole('textbox').fill('no needle')
    await find.getByText('No matches').waitFor()
    await page.keyboard.press('Escape')
    await find.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Terminal input')
  })

  it('Ctrl+C copies what is selected once, then goes to the board again', async () => {
    await user.typeInTerminal(page, 'while True: pass\n\n')
    await user.connectionSays(page, 'REPL input')
    const at = { x: 200, y: 60 }
    const screen = page.getByRole('region', { name: 'Terminal' }).locator('.xterm-screen')
    const box = await screen.boundingBox()
    await screen.click({ button: 'right', position: at })
    const all = page.getByRole('menuitem', { name: 'Select all' })
    const item = await all.boundingBox()
    expect(Math.abs((item?.x ?? 0) - (box?.x ?? 0) - at.x), 'pixels between the pointer and the menu').toBeLessThan(40)
    await all.click()
    await page.keyboard.press('Control+c')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/needle[^]*while True: pass/)
    await user.connectionSays(page, 'REPL input')
    await page.keyboard.press('Control+c')
    await user.connectionSays(page, 'Ready')
    await user.terminalShows(page, /KeyboardInterrupt/)
  })

  it('clears the terminal down to its prompt', async () => {
    await page.getByRole('button', { name: 'Clear terminal' }).click()
    await expect.poll(() => user.terminalText(page)).toBe('>>>')
  })

  it('a run begins a plot of its own: what was printed before is not in it', async () => {
    const curves = page.getByRole('region', { name: 'Plotter' }).getByRole('group', { name: 'Curves' })
    await user.typeInTerminal(page, 'print(4200)\n')
    await page.getByRole('tab', { name: 'Plotter' }).click()
    await curves.getByRole('button', { name: /Value/ }).waitFor()
    await user.replaceText(page, 'for n in range(20): print("level:", n)\n')
    await page.keyboard.press('F5')
    await curves.getByRole('button', { name: /level/ }).waitFor()
    await user.connectionSays(page, 'Ready')
    expect(await curves.getByRole('button').count()).toBe(1)
    await page.getByRole('tab', { name: 'Terminal' }).click()
  })

  it('asks before it deletes, with Cancel under Enter', async () => {
    await user.makeFile(page, 'Board files', 'kept.py')
    await user.rowAppears(page, 'Board files', 'kept.py')
    await user.rowAction(page, 'Board files', 'kept.py', 'Delete')
    const question = page.getByRole('alertdialog')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel')
    await page.keyboard.press('Enter')
    await question.waitFor({ state: 'detached' })
    await user.rowAppears(page, 'Board files', 'kept.py')
  })

  it('Watch only refuses what would send, says so, and lets go again', async () => {
    const lock = page.getByRole('button', { name: 'Watch only' })
    await lock.click()
    const run = page.getByRole('button', { name: 'Run', exact: true })
    await expect.poll(() => run.getAttribute('aria-disabled')).toBe('true')
    expect(await run.getAttribute('aria-description')).toMatch(/Watch only/)
    await user.typeInTerminal(page, 'x')
    await page
      .getByRole('region', { name: 'Terminal' })
      .getByText(/Not sent/)
      .waitFor()
    await lock.click()
    await expect.poll(() => run.getAttribute('aria-disabled')).toBeNull()
  })

  it('Just watch leaves a board undisturbed', async () => {
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await user.connectionSays(page, 'Not connected')
    const received = rig.receivedByBoard()
    await user.connectByHand(page, rig.path)
    await page.getByRole('button', { name: 'Just watch' }).click()
    await page.getByRole('group', { name: 'About the connection' }).waitFor({ state: 'detached' })
    await user.connectionSays(page, 'Watching')
    expect(rig.receivedByBoard()).toBe(received)
  })

  it('a fault in one part leaves the others alone, is logged, and the part comes back', async () => {
    await page.evaluate(() => {
      const kept = Object.getOwnPropertyDescriptor(Date.prototype, 'toLocaleTimeString')
      Object.assign(window, { mend: () => Object.defineProperty(Date.prototype, 'toLocaleTimeString', kept ?? {}) })
      Object.defineProperty(Date.prototype, 'toLocaleTimeString', {
        configurable: true,
        value: () => {
          throw new Error('The clock is broken')
        },
      })
    })
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await user.connectionSays(page, 'Not connected')
    await page.getByRole('tab', { name: 'Log' }).click()
    const fault = page.getByRole('alert').filter({ hasText: 'The log stopped working' })
    await fault.getByText('The clock is broken').waitFor()
    await expect
      .poll(() => fs.readFileSync(path.join(app.userData, 'logs/perfboard.log'), 'utf8'))
      .toMatch(/The log failed: Error: The clock is broken/)
    await page.getByRole('tab', { name: 'Terminal' }).click()
    await page.getByRole('tab', { name: /^untitled/ }).click()
    await page.getByRole('region', { name: 'Editor' }).locator('.view-lines').filter({ hasText: 'level' }).waitFor()
    await page.evaluate(() => (window as unknown as { mend: () => void }).mend())
    await page.getByRole('tab', { name: 'Log' }).click()
    await fault.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('region', { name: 'Log' }).getByText('The log failed').waitFor()
    await page.getByRole('tab', { name: 'Terminal' }).click()
    app.errors.length = 0 // React tells the console of the fault that this test made
  })

  it('settings and the sizes of its parts are there again after a reload', async () => {
    await page.keyboard.press('Control+Comma')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await settings.getByLabel('Terminal font size').fill('17')
    await settings.getByLabel('Word wrap').check()
    await settings.getByRole('button', { name: 'Done' }).click()
    const sizes = async (): Promise<number[]> => {
      const editor = await page.getByRole('region', { name: 'Editor' }).boundingBox()
      return [editor?.width ?? 0, editor?.height ?? 0].map(Math.round)
    }
    const before = await sizes()
    await page.getByRole('separator', { name: 'Height of the panel' }).focus()
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowUp')
    await page.getByRole('separator', { name: 'Width of the explorer' }).focus()
    for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight')
    const after = await sizes()
    expect([before[0] !== after[0], before[1] !== after[1]], 'both were changed').toEqual([true, true])
    await page.reload()
    await expect.poll(sizes).toEqual(after)
    await page.keyboard.press('Control+Comma')
    expect(await settings.getByLabel('Terminal font size').inputValue()).toBe('17')
    expect(await settings.getByLabel('Word wrap').isChecked()).toBe(true)
    await page.keyboard.press('Escape')
    await page.locator(':root[data-theme=light]').waitFor()
  })

  it('raised no error inside the page', () => {
    expect(app.errors).toEqual([])
  })
})
