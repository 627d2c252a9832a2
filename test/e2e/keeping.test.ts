import type { Page } from 'playwright-core'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type PluggableBoard, startPluggableBoard } from '../rig/pluggableBoard'
import { expectAccessible } from './accessible'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')

/** What is kept of a board on the computer, and what an interrupted save leaves, in order. Each step stands on the ones before it. In one window: it is main that keeps. */
describe.each(windowKinds.slice(0, 1))('a board whose files are kept, in %s', (kind) => {
  let app: AppWindow
  let page: Page
  let board: PluggableBoard

  /** Without a tooltip, which lies over what it belongs to. */
  const look = async (name: string): Promise<void> => {
    await page.mouse.move(500, 300)
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
    await page.screenshot({ path: path.join(output, `${kind}-${name}.png`) })
    await expectAccessible(page)
  }
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    board = await startPluggableBoard()
    app = await openApp(kind, makeUserData())
    page = app.page
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    await page.screenshot({ path: path.join(output, `${kind}-keeping-failed-${task.id}.png`) })
    console.log([task.name, await user.terminalText(page), await user.notices(page), ...app.errors].join('\n'))
  })

  afterAll(async () => {
    await app.close()
    await board.dispose()
    fs.rmSync(app.userData, { recursive: true, force: true })
  })

  it('asks once whether copies of its files are kept, and takes them', async () => {
    await user.connectByHand(page, board.path)
    await button('Get the prompt').click()
    await user.connectionSays(page, 'Ready')
    await user.typeInTerminal(page, 'f = open("/notes.txt", "w"); f.write("by hand"); f.close()\n')
    await page.getByText(/Keep copies of the files on/).waitFor()
    await look('keep-copies')
    await button('Keep copies').click()
    await page.getByText(/Kept on this computer: \d+ files?/).waitFor()
    await button('Disconnect').click()
    await user.connectionSays(page, 'Not connected')
    await button('Connect').click()
    await user.connectionSays(page, 'Ready')
    await expect.poll(() => button('Keep copies').count()).toBe(0)
  })

  it('finishes a save that was interrupted, from what this computer has of it', async () => {
    await user.typeInTerminal(page, `${user.BUSY}\n`)
    await user.makeFile(page, 'Board files', 'big.py')
    await user.openRow(page, 'Board files', 'big.py')
    await user.tabIs(page, 'big.py')
    await user.replaceText(page, `text = """\n${randomBytes(225_000).toString('base64')}"""\n`)
    await page.keyboard.press('Control+s')
    await user.connectionSays(page, 'Saving big.py')
    await expect.poll(() => page.getByRole('contentinfo').innerText(), { timeout: 20_000 }).toMatch(/[1-9]\d?\s?%/)
    await board.pull()
    await user.connectionSays(page, 'Gone')
    await user.dismissNotices(page)
    await board.plugIn()
    await user.connectionSays(page, 'Ready')
    await user.typeInTerminal(page, 'busy.deinit()\n')
    await page.getByRole('toolbar', { name: 'Board files actions' }).getByRole('button', { name: 'Refresh' }).click()
    await page.getByText('A save was interrupted and left a part on the board.').waitFor()
    await look('leftover')
    await button('Finish').click()
    await button('Finish').waitFor({ state: 'detached' })
    await user.connectionSays(page, 'Ready')
    await user.typeInTerminal(page, 'import os; print("size", os.stat("/big.py")[6], len(os.listdir("/")))\n')
    await user.terminalShows(page, /^size 300015 \d+$/m)
  })

  it('raised no error inside the page', () => {
    expect(app.errors).toEqual([])
  })
})
