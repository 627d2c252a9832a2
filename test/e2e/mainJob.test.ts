import type { Page } from 'playwright-core'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type BoardOnPty, startBoardOnPty } from '../rig/boardOnPty'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import { expectAccessible } from './accessible'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')

/** The ten points of the main job, in order, as one user does them in one window. Each step stands on the ones before it. */
describe.each(windowKinds)('the main job in %s', (kind) => {
  let app: AppWindow
  let page: Page
  let folder: string
  let rig: BoardOnPty

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'perfboard-project-'))
    fs.writeFileSync(path.join(folder, 'hello.py'), 'print("hello from disk")\n')
    fs.mkdirSync(path.join(folder, 'lib'))
    fs.writeFileSync(path.join(folder, 'lib', 'tool.py'), 'x = 1\n')
    rig = await startBoardOnPty()
    app = await openApp(kind, makeUserData())
    page = app.page
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    await page.screenshot({ path: path.join(output, `${kind}-failed-${task.id}.png`) })
    console.log([task.name, await user.terminalText(page), await user.notices(page), ...app.errors].join('\n'))
  })

  afterAll(async () => {
    await app.close()
    await rig.dispose()
    fs.rmSync(folder, { recursive: true, force: true })
    fs.rmSync(app.userData, { recursive: true, force: true })
  })

  it('lists the virtual board, and says what is wrong with a port that is not there', async () => {
    await expectAccessible(page)
    await user.connectByHand(page, '/dev/tty-not-there')
    await expect.poll(() => user.notices(page)).toMatch(/tty-not-there/)
    await user.dismissNotices(page)
    await page.getByRole('button', { name: /^Board:/ }).click()
    await page
      .getByRole('listbox', { name: 'Boards' })
      .getByRole('option', { name: /Virtual board/ })
      .waitFor()
    await page.keyboard.press('Escape')
  })

  it('connects the virtual board and shows its banner and prompt', async () => {
    await user.connectVirtual(page)
    await user.connectionSays(page, 'Ready')
    await user.terminalShows(page, /MicroPython v1\.27/)
    await user.terminalShows(page, />>> ?$/)
  })

  it('is a terminal: what is typed runs, Ctrl-C interrupts, a pasted block arrives unharmed', async () => {
    await user.typeInTerminal(page, 'print(6 * 7)\n')
    await user.terminalShows(page, /^42$/m)
    await user.typeInTerminal(page, 'while True: pass\n\n')
    await user.connectionSays(page, 'REPL input')
    await page.keyboard.press('Control+c')
    await user.terminalShows(page, /KeyboardInterrupt/)
    await user.connectionSays(page, 'Ready')
    await user.pasteInTerminal(page, 'def add(a, b):\n    if a:\n        return a + b\n\n    return b\nprint("sum", add(20, 22))\n')
    await user.terminalShows(page, /^sum 42$/m)
  })

  it('makes, renames and deletes files and folders on the board', async () => {
    await user.makeFile(page, 'Board files', 'first.py')
    await user.rowAppears(page, 'Board files', 'first.py')
    await user.makeFolder(page, 'Board files', 'lib')
    await user.rowAppears(page, 'Board files', 'lib')
    await user.rowAction(page, 'Board files', 'first.py', 'Rename')
    await user.answerText(page, 'second file.py')
    await user.rowAppears(page, 'Board files', 'second file.py')
    await user.rowGoes(page, 'Board files', 'first.py')
    await user.rowAction(page, 'Board files', 'second file.py', 'Delete')
    await user.answer(page, 'Delete')
    await user.rowGoes(page, 'Board files', 'second file.py')
  })

  it('opens a folder of the computer and uploads from it, and downloads back', async () => {
    await app.chooseFolder(folder, () =>
      page.getByRole('toolbar', { name: 'Computer files actions' }).getByRole('button', { name: 'Open folder' }).click(),
    )
    await user.rowAppears(page, 'Computer files', 'hello.py')
    await user.rowAction(page, 'Computer files', 'hello.py', 'Upload to board')
    await user.rowAppears(page, 'Board files', 'hello.py')
    const target = path.join(folder, 'lib')
    await app.chooseFolder(target, () => user.rowAction(page, 'Board files', 'hello.py', 'Download'))
    await expect
      .poll(() => fs.existsSync(path.join(target, 'hello.py')) && fs.readFileSync(path.join(target, 'hello.py'), 'utf8'))
      .toBe('print("hello from disk")\n')
  })

  it('edits a file of the board, marks it unsaved, and saves it where it came from', async () => {
    await user.openRow(page, 'Board files', 'hello.py')
    await user.tabIs(page, 'hello.py')
    await user.replaceText(page, 'print("changed")\n')
    await user.tabIs(page, 'hello.py, unsaved')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await user.tabIs(page, 'hello.py')
    await user.typeInTerminal(page, 'print(open("/hello.py").read())\n')
    await user.terminalShows(page, /^print\("changed"\)$/m)
  })

  it('runs the text of the editor without saving, and a traceback leads to its line', async () => {
    await user.replaceText(page, 'print("from the editor", 1 + 1)\n')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await user.terminalShows(page, /^from the editor 2$/m)
    await user.terminalShows(page, /Ended/)
    await user.connectionSays(page, 'Ready')
    await user.replaceText(page, 'x = 1\n\nraise ValueError("on line three")\n')
    await page.keyboard.press('F5')
    await user.terminalShows(page, /ValueError: on line three/)
    await user.terminalShows(page, /Error, line 3/)
    await page.getByRole('tab', { name: /^Problems/ }).click()
    await expectAccessible(page)
    await page
      .getByRole('region', { name: 'Problems' })
      .getByText(/on line three/)
      .click()
    await page.getByRole('tab', { name: 'Terminal' }).click()
  })

  it('stops a program that prints without pause, and stays usable meanwhile', async () => {
    await user.replaceText(page, 'n = 0\nwhile True:\n    n += 1\n    print("line", n)\n')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await user.terminalShows(page, /line \d{3,}/)
    const before = Date.now()
    await page.getByRole('button', { name: /^Board:/ }).click()
    await page.getByRole('listbox', { name: 'Boards' }).waitFor()
    await page.keyboard.press('Escape')
    expect(Date.now() - before, 'milliseconds to open the picker during a flood').toBeLessThan(3_000)
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await user.connectionSays(page, 'Ready')
    await user.terminalShows(page, /Stopped/)
  })

  it('draws printed numbers as curves while the terminal goes on', async () => {
    await user.replaceText(
      page,
      'import math, time\nfor i in range(200):\n    print("sine:%.3f half:%.3f" % (math.sin(i / 10), math.sin(i / 10) / 2))\n    time.sleep_ms(5)\n',
    )
    await page.getByRole('tab', { name: 'Plotter' }).click()
    const plotter = page.getByRole('region', { name: 'Plotter' })
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await plotter.getByRole('button', { name: /sine/ }).waitFor()
    await plotter.getByRole('button', { name: /half/ }).waitFor()
    await plotter.getByRole('button', { name: 'Pause' }).click()
    await plotter.getByRole('button', { name: 'Resume' }).click()
    await user.connectionSays(page, 'Ready')
    await page.screenshot({ path: path.join(output, `${kind}-plotter.png`) })
    await page.getByRole('tab', { name: 'Terminal' }).click()
    await user.terminalShows(page, /half:/)
    await page.getByRole('tab', { name: 'Plotter' }).click()
    await plotter.getByRole('button', { name: 'Clear' }).click()
    await plotter.getByText('Print numbers to draw them').waitFor()
    await page.getByRole('tab', { name: 'Terminal' }).click()
  })

  it('looks right and is usable with assistive technology in both themes', async () => {
    for (const theme of ['Dark', 'Light']) {
      await user.runCommand(page, `Theme: ${theme}`)
      await page.locator(`:root[data-theme=${theme.toLowerCase()}]`).waitFor()
      await page.screenshot({ path: path.join(output, `${kind}-${theme.toLowerCase()}.png`) })
      await expectAccessible(page)
    }
  })

  it('does the same on a real serial port, sends nothing on connecting, and says at once when it is gone', async () => {
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await user.connectionSays(page, 'Not connected')
    const received = rig.receivedByBoard()
    await user.connectByHand(page, rig.path)
    await user.connectionSays(page, 'Watching')
    expect(rig.receivedByBoard()).toBe(received)
    await page.getByRole('button', { name: 'Get the prompt' }).click()
    await user.connectionSays(page, 'Ready')
    await user.makeFile(page, 'Board files', 'over serial.py')
    await user.rowAppears(page, 'Board files', 'over serial.py')
    await user.openRow(page, 'Board files', 'over serial.py')
    await user.replaceText(page, `text = "${'x'.repeat(5_000)}"\nprint(len(text))\n`)
    await page.keyboard.press('Control+s')
    await user.tabIs(page, 'over serial.py')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await user.terminalShows(page, /^5000$/m)
    await user.connectionSays(page, 'Ready')
    await rig.vanish()
    await user.connectionSays(page, 'Gone')
    await user.tabIs(page, 'over serial.py')
    await user.terminalShows(page, /^5000$/m)
    await page
      .getByRole('button', { name: 'Disconnect' })
      .or(page.getByRole('button', { name: 'Stop waiting' }))
      .first()
      .click()
    await user.connectionSays(page, 'Not connected')
  })

  it('brings unsaved text, open tabs, layout and settings back after the app was killed', async () => {
    await user.runCommand(page, 'New file')
    await user.replaceText(page, 'precious = "not saved yet"\n')
    await user.journalHolds(app.userData, 'not saved yet')
    await app.kill()
    app = await openApp(kind, app.userData)
    page = app.page
    await page
      .getByRole('tablist', { name: 'Open files' })
      .getByRole('tab', { name: /untitled.*, unsaved/i })
      .click()
    await page.getByRole('region', { name: 'Editor' }).locator('.view-lines').filter({ hasText: 'precious' }).waitFor()
    await page.locator(':root[data-theme=light]').waitFor()
    await user.rowAppears(page, 'Computer files', 'hello.py')
  })

  it('raised no error inside the page', () => {
    expect(app.errors).toEqual([])
  })

  it('keeps what the virtual board holds between runs of the app', async () => {
    await user.connectVirtual(page)
    await user.connectionSays(page, 'Ready')
    await user.rowAppears(page, 'Board files', 'hello.py')
    await user.rowAppears(page, 'Board files', 'lib')
  })
})
