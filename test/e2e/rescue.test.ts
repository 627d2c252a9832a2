import type { Page } from 'playwright-core'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')
/** Locks its user out, some milliseconds after the board has started. */
const LOCKED = 'import micropython, time\\ntime.sleep_ms(150)\\nmicropython.kbd_intr(-1)\\nprint("locked")\\nwhile True: pass\\n'
const LIMIT = { timeout: 15_000 }

/** A main.py that nobody can stop: from the strip that says so to the prompt. Each step stands on the ones before it. */
describe.each(windowKinds)('a board that doesn’t answer, in %s', (kind) => {
  let app: AppWindow
  let page: Page
  const strip = () => page.getByLabel('About the connection')
  const press = (name: string) => strip().getByRole('button', { name }).click()

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    app = await openApp(kind, makeUserData())
    page = app.page
  })

  afterAll(async () => {
    await app.close()
    fs.rmSync(app.userData, { recursive: true, force: true })
  })

  it('says so, and shows every way to its prompt', async () => {
    await user.connectVirtual(page)
    await user.terminalShows(page, />>>$/)
    await user.focusTerminal(page)
    await page.keyboard.type(`f=open('main.py','w');n=f.write('${LOCKED}');f.close();import machine;machine.reset()`)
    await page.keyboard.press('Enter')
    await user.terminalShows(page, /^locked$/m)
    await page.keyboard.press('Shift+F5')
    await strip().getByText('doesn’t answer.').waitFor(LIMIT)
    await page.screenshot({ path: path.join(output, `${kind}-rescue-strip.png`) })
    await expectAccessible(page)
    await press('How to rescue this board')
    await page.getByRole('dialog', { name: 'How to rescue this board' }).waitFor()
    await page.screenshot({ path: path.join(output, `${kind}-rescue-dialog.png`) })
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Done' }).click()
  })

  it('is waited for until the user calls it off', async () => {
    await press('Catch at boot')
    await strip().getByText('Restart the board now.').waitFor()
    await page.screenshot({ path: path.join(output, `${kind}-rescue-catch.png`) })
    await press('Cancel')
    await strip().getByText('doesn’t answer.').waitFor()
  })

  it('is caught when it restarts, and is at its prompt', async () => {
    await press('Catch at boot')
    await press('Hard reset')
    await user.connectionSays(page, 'Ready')
    await expect.poll(() => strip().count()).toBe(0)
    await user.terminalShows(page, /KeyboardInterrupt/)
    expect(app.errors).toEqual([])
  })
})
