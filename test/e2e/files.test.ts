import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')
const WAIT = { timeout: 20_000 }

/** A user's work with files, on the virtual board and on the disk. Each step stands on the ones before it. */
describe.each(windowKinds)('files in %s', (kind) => {
  let app: AppWindow
  let page: Page
  let folder: string

  const status = () => page.getByRole('contentinfo').innerText()
  const says = (text: string | RegExp) => expect.poll(status, WAIT).toMatch(text)
  const row = (tree: string, name: string) => page.getByRole('treegrid', { name: tree }).getByRole('row', { name, exact: true })
  const question = (title: RegExp | string) => page.getByRole('alertdialog').filter({ hasText: title })
  const onDisk = (...names: string[]) => fs.readFileSync(path.join(folder, ...names), 'utf8')
  const upload = (name: string) => user.rowAction(page, 'Computer files', name, 'Upload to board')

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'perfboard-files-'))
    fs.mkdirSync(path.join(folder, 'app'))
    fs.mkdirSync(path.join(folder, 'back'))
    fs.writeFileSync(path.join(folder, 'app', 'one.py'), 'one = 1\n')
    fs.writeFileSync(path.join(folder, 'app', 'ünï "2".py'), 'two = 2\n')
    fs.writeFileSync(
      path.join(folder, 'picture.bin'),
      Uint8Array.from({ length: 300 }, (_, at) => at % 256),
    )
    fs.writeFileSync(path.join(folder, 'windows.py'), '\ufeffa = 1\r\nb = 2\r\n')
    app = await openApp(kind, makeUserData())
    page = app.page
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    await page.screenshot({ path: path.join(output, `${kind}-files-failed-${task.id}.png`) })
    console.log([task.name, await user.terminalText(page), await user.notices(page), ...app.errors].join('\n'))
  })

  afterAll(async () => {
    await app.close()
    fs.rmSync(folder, { recursive: true, force: true })
    fs.rmSync(app.userData, { recursive: true, force: true })
  })

  it('opens a folder beside the virtual board', async () => {
    await user.connectVirtual(page)
    await user.connectionSays(page, 'Ready')
    await app.chooseFolder(folder, () =>
      page.getByRole('toolbar', { name: 'Computer files actions' }).getByRole('button', { name: 'Open folder' }).click(),
    )
    await user.rowAppears(page, 'Computer files', 'app')
  })

  it('a binary file is said to be one, and opening it changes nothing', async () => {
    await user.openRow(page, 'Computer files', 'picture.bin')
    await page.getByRole('heading', { name: 'picture.bin is a binary file' }).waitFor()
    await user.runCommand(page, 'Close tab')
    expect(fs.readFileSync(path.join(folder, 'picture.bin')).length).toBe(300)
  })

  it('a save keeps a file’s byte order mark and line ends', async () => {
    await user.openRow(page, 'Computer files', 'windows.py')
    await user.tabIs(page, 'windows.py')
    await page.getByRole('region', { name: 'Editor' }).locator('.monaco-editor .view-lines').first().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('c = 3')
    await page.keyboard.press('Control+s')
    await expect.poll(() => onDisk('windows.py')).toBe('\ufeffa = 1\r\nb = 2\r\nc = 3')
  })

  it('finds and replaces', async () => {
    await page.keyboard.press('Control+h')
    const find = page.getByRole('region', { name: 'Editor' })
    await find.getByRole('textbox', { name: 'Find', exact: true }).fill('c = 3')
    await find.getByRole('textbox', { name: 'Replace', exact: true }).fill('total = 3')
    await page.keyboard.press('Control+Alt+Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+s')
    await expect.poll(() => onDisk('windows.py')).toContain('total = 3')
  })

  it('closing unsaved text asks: Cancel keeps it, Don’t save leaves the file as it was', async () => {
    await user.replaceText(page, 'lost = True\n')
    await user.tabIs(page, 'windows.py, unsaved')
    await user.runCommand(page, 'Close tab')
    await user.answer(page, 'Cancel')
    await user.tabIs(page, 'windows.py, unsaved')
    await user.runCommand(page, 'Close tab')
    await user.answer(page, 'Don’t save')
    await page.getByRole('tab', { name: /windows\.py/ }).waitFor({ state: 'detached' })
    expect(onDisk('windows.py')).toContain('total = 3')
  })

  it('uploads a folder by its menu, and the same again copies nothing', async () => {
    await upload('app')
    await user.rowAppears(page, 'Board files', 'app')
    await says(/2 files on the board/)
    await upload('app')
    await says(/2 the same already/)
  })

  it('an upload asks before it replaces what differs: cancelled and skipped leave the board’s, replaced is mine', async () => {
    fs.writeFileSync(path.join(folder, 'app', 'one.py'), 'one = 111\n')
    const answers = [
      ['Cancel', 'one = 1'],
      ['Skip it', 'one = 1'],
      ['Replace', 'one = 111'],
    ] as const
    for (const [button, holds] of answers) {
      await upload('app')
      await question('Replace 1 file on the board?').getByText('/app/one.py').waitFor()
      await user.answer(page, button)
      await user.connectionSays(page, 'Ready')
      if (button !== 'Cancel') await says(button === 'Replace' ? /1 file on the board/ : /1 skipped/)
      await user.typeInTerminal(page, `print("${button}:", open("/app/one.py").read())\n`)
      await user.terminalShows(page, new RegExp(`^${button}: ${holds}$`, 'm'))
    }
  })

  it('downloads a folder with all that is in it', async () => {
    await app.chooseFolder(path.join(folder, 'back'), () => user.rowAction(page, 'Board files', 'app', 'Download'))
    await says(/2 files downloaded/)
    expect([onDisk('back', 'app', 'one.py'), onDisk('back', 'app', 'ünï "2".py')]).toEqual(['one = 111\n', 'two = 2\n'])
  })

  it('a folder opens with the Right key, and a file in it is renamed with F2', async () => {
    await row('Board files', 'app').click()
    await page.keyboard.press('ArrowRight')
    await user.rowAppears(page, 'Board files', 'one.py')
    await row('Board files', 'one.py').click()
    await page.keyboard.press('F2')
    await user.answerText(page, 'first one.py')
    await user.rowAppears(page, 'Board files', 'first one.py')
    await user.rowGoes(page, 'Board files', 'one.py')
  })

  it('a file is moved by dragging it onto a folder, and its tab goes along', async () => {
    await user.makeFolder(page, 'Board files', 'lib')
    await user.rowAppears(page, 'Board files', 'lib')
    await user.openRow(page, 'Board files', 'first one.py')
    await user.tabIs(page, 'first one.py')
    await row('Board files', 'first one.py').dragTo(row('Board files', 'lib'))
    await expect.poll(() => page.getByRole('navigation', { name: 'Place of the file' }).innerText(), WAIT).toMatch(/lib/)
  })

  it('Save as puts a text on the board, and its tab stands for the file', async () => {
    await user.runCommand(page, 'New file')
    await user.replaceText(page, 'print("from power-up")\n')
    await page.keyboard.press('Control+Shift+s')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('copy.py')
    await dialog.getByRole('textbox', { name: 'Folder on the board' }).fill('/')
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await user.tabIs(page, 'copy.py')
    await user.rowAppears(page, 'Board files', 'copy.py')
  })

  it('Run at power-up makes it main.py, and a soft reset runs it', async () => {
    await user.runCommand(page, 'Run at power-up')
    await user.rowAppears(page, 'Board files', 'main.py')
    await page.getByRole('button', { name: 'Soft reset' }).click()
    await user.terminalShows(page, /^from power-up$/m)
    await user.connectionSays(page, 'Ready')
  })

  it('a program that changed the file behind the tab is no loss: both are shown side by side, and mine can stay', async () => {
    await page.getByRole('tab', { name: 'copy.py' }).click()
    await user.typeInTerminal(page, 'f = open("/copy.py", "w"); f.write("theirs = 1"); f.close()\n')
    await user.terminalShows(page, /f\.close\(\)\n[^]*>>> ?$/)
    await user.replaceText(page, 'mine = 2\n')
    await page.keyboard.press('Control+s')
    await user.answer(page, 'Compare')
    const compare = page.getByRole('dialog', { name: 'Compare copy.py' })
    await compare.locator('.editor.original .view-lines').filter({ hasText: 'theirs' }).waitFor()
    await compare.locator('.editor.modified .view-lines').filter({ hasText: 'mine' }).waitFor()
    await page.screenshot({ path: path.join(output, `${kind}-compare.png`) })
    await compare.getByRole('button', { name: 'Keep mine' }).click()
    await user.tabIs(page, 'copy.py')
    await user.typeInTerminal(page, 'print("holds", open("/copy.py").read())\n')
    await user.terminalShows(page, /^holds mine = 2$/m)
  })

  it('a save while a program runs asks; started again, it runs again', async () => {
    await user.replaceText(page, 'import time\nprint("begun", time.ticks_ms() >= 0)\nwhile True:\n    time.sleep_ms(20)\n')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await user.terminalShows(page, /^begun True$/m)
    await page.keyboard.press('Control+s')
    await user.answer(page, 'Cancel')
    await user.tabIs(page, 'copy.py, unsaved')
    await user.connectionSays(page, 'copy.py')
    await page.keyboard.press('Control+s')
    await user.answer(page, 'Stop, save, start again')
    await user.tabIs(page, 'copy.py')
    await user.terminalShows(page, /Stopped[^]*Run copy\.py[^]*begun True/)
    await user.connectionSays(page, 'copy.py')
    await user.replaceText(page, 'x = 1\n')
    await page.keyboard.press('Control+s')
    await user.answer(page, 'Stop and save')
    await user.tabIs(page, 'copy.py')
    await user.connectionSays(page, 'Ready')
  })

  it('a large save shows its progress and can be called off: the old file stays whole', async () => {
    // Text that can't be compressed: the save takes a while.
    await user.replaceText(page, `# ${randomBytes(1_000_000).toString('base64')}\n`)
    await page.keyboard.press('Control+s')
    await user.connectionSays(page, 'Saving copy.py')
    await expect.poll(status, WAIT).toMatch(/\d+\s?%/)
    await page
      .getByRole('button', { name: 'Stop', exact: true })
      .or(page.getByRole('button', { name: 'Cancel', exact: true }))
      .first()
      .click()
    await user.connectionSays(page, 'Ready')
    await user.tabIs(page, 'copy.py, unsaved')
    await user.typeInTerminal(page, 'print("whole", open("/copy.py").read())\n')
    await user.terminalShows(page, /^whole x = 1$/m)
  })

  it('what does not fit is refused with true numbers, and the old file stays', async () => {
    await user.replaceText(page, `# ${'y'.repeat(2_300_000)}\n`)
    await page.keyboard.press('Control+s')
    await expect.poll(() => user.notices(page), WAIT).toMatch(/\/copy\.py needs 22\d\d KB; \d+ KB are free/)
    await page.getByRole('button', { name: 'Show large files' }).click()
    await question('Large files on the board').getByText('/copy.py').waitFor()
    await user.answer(page, 'Close')
    await user.dismissNotices(page)
    await user.runCommand(page, 'Close tab')
    await user.answer(page, 'Don’t save')
  })

  it('deleting a folder says how many files go', async () => {
    await user.rowAction(page, 'Board files', 'app', 'Delete')
    await question(/1 file/).waitFor()
    await user.answer(page, 'Delete')
    await user.rowGoes(page, 'Board files', 'app')
  })

  it('raised no error inside the page', () => {
    expect(app.errors).toEqual([])
  })
})
