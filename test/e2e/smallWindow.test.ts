import type { Locator, Page } from 'playwright-core'
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const SMALL = { width: 640, height: 400 }
const WAIT = { timeout: 20_000 }

/** A window at 200% zoom: what a user would lose if something were cut or covered. Each step stands on the ones before it. */
describe.each(windowKinds)('a small window, in %s', (kind) => {
  let app: AppWindow
  let page: Page

  const board = () => page.getByRole('region', { name: 'Board view' })
  const lessons = () => page.getByRole('region', { name: 'First steps', exact: true })
  const showBoard = () => page.getByRole('button', { name: 'Show board view' })
  const code = () => page.locator('.monaco-editor .view-lines').first()
  const expectInSight = async (): Promise<void> => {
    for (const button of await page.getByRole('toolbar', { name: 'Board', exact: true }).getByRole('button').all()) {
      const box = await button.boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(SMALL.width)
    }
  }
  const width = async (part: Locator): Promise<number> => (await part.boundingBox())?.width ?? 0

  beforeAll(async () => {
    app = await openApp(kind, makeUserData())
    page = app.page
    await page.setViewportSize(SMALL)
  })

  afterAll(async () => {
    await app.close()
    fs.rmSync(app.userData, { recursive: true, force: true })
  })

  it('has every button of the toolbar in sight', async () => {
    await user.connectVirtual(page)
    await user.connectionSays(page, 'Ready')
    await expectInSight()
  })

  it('has room for an error below the code, also beside the Board view, and its button leads to the line', async () => {
    await user.runCommand(page, 'New file')
    await user.replaceText(page, 'lights = ["red"]\nprint(lights[1])\n')
    await page.keyboard.press('F5')
    const card = page.getByRole('group', { name: 'Error of the last run' })
    await card.waitFor()
    await showBoard().click()
    await board().waitFor()
    await card.getByRole('button', { name: /line 2/ }).click()
    await expect.poll(() => page.getByRole('region', { name: 'Editor' }).locator('.current-line').count(), WAIT).toBeGreaterThan(0)
    expect(await width(code())).toBeGreaterThan(200)
    await expectAccessible(page)
  })

  it('shows lessons or the Board view, where there is room for one of both only, and both in a wider one', async () => {
    await page.getByRole('button', { name: 'First steps', exact: true }).click()
    await lessons().waitFor()
    await board().waitFor({ state: 'hidden' })
    await showBoard().click()
    await board().waitFor()
    await lessons().waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 900, height: 600 })
    await lessons().waitFor()
    expect(await width(page.getByRole('region', { name: 'Editor' }))).toBeGreaterThanOrEqual(320)
  })

  it('speaks German after a reload, in the editor’s own menu too, which has a ground; and the longer words fit', async () => {
    await user.runCommand(page, 'Settings')
    await page.getByRole('dialog').getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' })
    await page.getByRole('button', { name: 'Fertig' }).click()
    await page.setViewportSize(SMALL)
    await page.reload()
    await page.getByRole('button', { name: 'Ausführen', exact: true }).waitFor()
    await expectInSight()
    await code().click({ button: 'right' })
    await page.getByText('Ausschneiden').waitFor()
    const grounds = await page.getByText('Ausschneiden').evaluate((item) => {
      const colours: string[] = []
      for (let part: Element | null = item; part !== null; part = part.parentElement) colours.push(getComputedStyle(part).backgroundColor)
      return colours
    })
    expect(grounds.some((colour) => colour !== 'rgba(0, 0, 0, 0)')).toBe(true)
    await page.keyboard.press('Escape')
  })
})
