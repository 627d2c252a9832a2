import type { Page } from 'playwright-core'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')
const WAIT = { timeout: 20_000 }

/** A folder and a board that are kept the same, and what was replaced brought back. Each step stands on the ones before it. */
describe.each(windowKinds)('sync, history and backups in %s', (kind) => {
  let app: AppWindow
  let page: Page
  let folder: string

  const put = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text)
  const onDisk = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8')
  const status = () => page.getByRole('contentinfo').innerText()
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const lineOf = (name: string) => page.getByRole('table', { name: 'What will be done' }).getByRole('row').filter({ hasText: name })
  const actionOf = (name: string) => page.getByRole('combobox', { name: `What becomes of ${name}` })
  const compare = async () => {
    await button(/^Compare( again)?$/).click()
    await page.getByRole('status', { name: 'Plan' }).or(page.getByText('Everything is the same on both sides')).waitFor()
  }
  const onBoard = async (code: string, shows: RegExp) => {
    await user.typeInTerminal(page, `${code}\n`)
    await user.terminalShows(page, shows)
  }

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'perfboard-sync-'))
    fs.mkdirSync(path.join(folder, 'lib'))
    for (const name of ['a.py', 'b.py', 'c.py', 'd.py', 'lib/e.py', 'lib/f.py']) put(name, `# ${name}, the first\n`)
    app = await openApp(kind, makeUserData())
    page = app.page
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    await page.screenshot({ path: path.join(output, `${kind}-sync-failed-${task.id}.png`) })
    console.log([task.name, await user.terminalText(page), await user.notices(page), ...app.errors].join('\n'))
  })

  afterAll(async () => {
    await app.close()
    fs.rmSync(folder, { recursive: true, force: true })
    fs.rmSync(app.userData, { recursive: true, force: true })
  })

  it('shows what would be done before anything is done, then does it and says what was proved', async () => {
    await user.connectVirtual(page)
    await user.connectionSays(page, 'Ready')
    await user.runCommand(page, 'Sync folder with board')
    await app.chooseFolder(folder, () => button('Choose folder…').click())
    await compare()
    for (const name of ['a.py', 'lib/f.py']) await lineOf(name).getByText('New on the computer').waitFor()
    await user.typeInTerminal(page, 'import os; print(len(os.listdir("/")), "there")\n')
    await user.terminalShows(page, /^0 there/m)
    await expectAccessible(page)
    await button(/^Sync \d/).click()
    await page.getByText(/Done at/).waitFor()
    await page.getByText('6 of 6 copies proven by SHA-256 on both sides', { exact: false }).waitFor()
    for (const name of ['a.py', 'd.py', 'lib']) await user.rowAppears(page, 'Board files', name)
    await expectAccessible(page)
  })

  it('says that nothing differs, and how that was found', async () => {
    await compare()
    await page.getByText('Everything is the same on both sides').waitFor()
    await page.getByText('6 files have the same SHA-256.').waitFor()
  })

  it('a change on each side is told apart, and one on both is the user’s to decide', async () => {
    put('a.py', '# a.py, changed here\n')
    put('c.py', '# c.py, changed here\n')
    await onBoard(`[open('/' + n, 'w').write('# ' + n + ' by the board') for n in ('b.py', 'c.py')]; print('wro' + 'te')`, /^wrote/m)
    await compare()
    await lineOf('a.py').getByText('Changed on the computer').waitFor()
    await lineOf('b.py').getByText('Changed on the board').waitFor()
    await lineOf('c.py').getByText('Changed on both sides').waitFor()
    expect([await actionOf('a.py').inputValue(), await actionOf('c.py').inputValue()]).toEqual(['upload', 'ask'])
    await expectAccessible(page)
    await page.screenshot({ path: path.join(output, `${kind}-sync-plan.png`) })
  })

  it('both versions of a conflict can be seen, and what is chosen is done', async () => {
    await button('Compare c.py').click()
    const dialog = page.getByRole('dialog').filter({ hasText: 'Compare c.py' })
    await dialog.locator('.monaco-diff-editor .view-lines').first().waitFor()
    await dialog.getByRole('button', { name: 'To the board' }).click()
    await expect.poll(() => actionOf('c.py').inputValue(), WAIT).toBe('upload')
    await actionOf('b.py').selectOption('download')
    await button('Sync 3').click()
    await page.getByText('3 of 3 copies proven by SHA-256 on both sides', { exact: false }).waitFor()
    expect(onDisk('b.py')).toBe('# b.py by the board')
    await onBoard(`print(open('/c.py').read())`, /^# c\.py, changed here/m)
  })

  it('the version that the sync replaced is in the history, and comes back', async () => {
    await user.rowAction(page, 'Board files', 'c.py', 'History…')
    await user.tabIs(page, 'History')
    const versions = page.getByRole('listbox', { name: 'Versions' })
    await versions.getByRole('option').nth(1).click()
    await expect
      .poll(async () => (await page.locator('.history-diff .view-lines').first().innerText()).replaceAll('\u00a0', ' '), WAIT)
      .toContain('by the board')
    await expectAccessible(page)
    await page.screenshot({ path: path.join(output, `${kind}-history.png`) })
    await button('Restore this version').click()
    await expect.poll(status, WAIT).toContain('Restored c.py, proven')
    await onBoard(`print(open('/c.py').read(), 'again')`, /^# c\.py by the board again/m)
  })

  it('a backup holds the whole board, and brings back what was lost', async () => {
    const zip = path.join(folder, 'backup.zip')
    await app.chooseSave(zip, () => user.runCommand(page, 'Back up board'))
    await expect.poll(status, WAIT).toMatch(/Backup made: 6 files, .*6 proven/)
    await onBoard(`os.remove('/a.py'); os.remove('/lib/e.py'); print('lo' + 'st')`, /^lost/m)
    await app.chooseFile(zip, () => user.runCommand(page, 'Restore from backup'))
    await user.tabIs(page, 'Sync')
    await lineOf('lib/e.py').getByText('Not on the board').waitFor()
    await expectAccessible(page)
    await button('Restore 2').click()
    await page.getByText('2 files restored').waitFor()
    await onBoard(`print(open('/a.py').read() + open('/lib/e.py').read())`, /^# a\.py, changed here\n# lib\/e\.py, the first/m)
  })

  it('the whole board comes back as it was, after a look at the plan', async () => {
    await button('History…').click()
    await button('Whole board').click()
    await button('Restore board as it was…').first().click()
    await page.getByRole('heading', { name: /^Restore Virtual board as it was/ }).waitFor()
    await lineOf('a.py').getByText('Only on the board').waitFor()
    await expectAccessible(page)
  })

  it('nothing went wrong unseen', () => {
    expect(app.errors).toEqual([])
  })
})
