import type { Page } from 'playwright-core'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')

/** What a beginner is told when a program fails, and what its names hold afterwards. Each step stands on the ones before it. */
describe.each(windowKinds)('errors and variables in %s', (kind) => {
  let app: AppWindow
  let page: Page
  const card = () => page.getByRole('group', { name: 'Error of the last run' })
  const variables = () => page.getByRole('treegrid', { name: 'Names and values' })

  async function run(text: string): Promise<void> {
    await user.replaceText(page, text)
    await page.keyboard.press('F5')
  }

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    app = await openApp(kind, makeUserData())
    page = app.page
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    await page.screenshot({ path: path.join(output, `${kind}-errors-failed-${task.id}.png`) })
    console.log([task.name, await user.terminalText(page), await user.notices(page), ...app.errors].join('\n'))
  })

  afterAll(async () => {
    await app.close()
    fs.rmSync(app.userData, { recursive: true, force: true })
  })

  it('an error is explained with the name that it is about, and leads to its line', async () => {
    await user.connectVirtual(page)
    await user.connectionSays(page, 'Ready')
    await user.runCommand(page, 'New file')
    await run('count = 5\nprint(conut)\n')
    await card().getByText('Did you mean “count”?').waitFor()
    await card()
      .getByRole('button', { name: /, line 2$/ })
      .click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)).toBe(true)
    await expectAccessible(page)
  })

  it('a first mistake is listed before the program runs', async () => {
    await user.replaceText(page, 'for i in range(3)\n    print(i)\n')
    await page.getByRole('tab', { name: /Problems/ }).click()
    await page.getByRole('region', { name: 'Problems' }).getByText('A colon is missing').waitFor()
    await page.getByRole('tab', { name: 'Terminal', exact: true }).click()
  })

  it('a missing module is said to be one, and its file can be chosen for the board', async () => {
    await run('import helper\n')
    await card().getByText('neither in its firmware nor as a file helper.py').waitFor()
    await card().getByRole('button', { name: 'Copy helper.py to the board…' }).waitFor()
  })

  it('names and values come after a run, are opened by keyboard, and say what changed', async () => {
    await user.runCommand(page, 'Variables')
    await run('speed = 1\nnames = ["Ada", ["Grace"]]\n')
    await variables().getByRole('row', { name: 'speed, new, int, 1', exact: true }).waitFor()
    await run('speed = 2\nnames = ["Ada", ["Grace"]]\nlast = None\n')
    await variables().getByRole('row', { name: 'speed, changed, int, 2', exact: true }).waitFor()
    await variables().getByRole('row', { name: 'last, new, NoneType, None', exact: true }).waitFor()
    await variables()
      .getByRole('row', { name: /^names/ })
      .focus()
    await page.keyboard.press('ArrowRight')
    await variables()
      .getByRole('row', { name: /^1, list 1/ })
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await variables().getByRole('row', { name: "0, str, 'Grace'", exact: true }).waitFor()
    await expectAccessible(page)
    await page.screenshot({ path: path.join(output, `${kind}-variables.png`) })
  })

  it('a program that waits in input() says so while it runs', async () => {
    await run('answer = input()\n')
    await page.getByText('this program waits without a word').waitFor()
    await user.typeInTerminal(page, 'yes\r')
    await variables().getByRole('row', { name: "answer, new, str, 'yes'", exact: true }).waitFor()
    await page.getByText('this program waits without a word').waitFor({ state: 'detached' })
  })
})
