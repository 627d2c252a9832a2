import type { Page } from 'playwright-core'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible'
import { type AppWindow, makeFirstUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')

/** Somebody's first minutes, by keyboard alone. Each step stands on the ones before it. */
describe.each(windowKinds)('the first start in %s', (kind) => {
  let app: AppWindow
  let page: Page

  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
  const settings = (): unknown => JSON.parse(fs.readFileSync(path.join(app.userData, 'settings.json'), 'utf8'))
  const layouts = (): string => {
    const folder = path.join(app.userData, 'layouts')
    return fs
      .readdirSync(folder)
      .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
      .join('\n')
  }
  const lessons = () => page.getByRole('region', { name: 'First steps' })

  /** Tabs on until the focus is on that. */
  async function tabTo(name: string): Promise<void> {
    for (let step = 0; step < 20 && (await focused()) !== name; step++) await page.keyboard.press('Tab')
    expect(await focused()).toBe(name)
  }

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    app = await openApp(kind, makeFirstUserData())
    page = app.page
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    await page.screenshot({ path: path.join(output, `${kind}-first-failed-${task.id}.png`) })
    console.log([task.name, await user.notices(page), ...app.errors].join('\n'))
  })

  afterAll(async () => {
    await app.close()
    fs.rmSync(app.userData, { recursive: true, force: true })
  })

  it('asks for language, theme and layout, shows each answer at once, and keeps them', async () => {
    await expectAccessible(page)
    await page.screenshot({ path: path.join(output, `${kind}-first-start.png`) })
    await expect.poll(focused).toBe('English')
    await page.keyboard.press('ArrowRight')
    await page.locator(':root[lang=de]').waitFor()
    await expect.poll(focused).toBe('Deutsch')
    await page.keyboard.press('ArrowLeft')
    await page.locator(':root[lang=en]').waitFor()
    await page.keyboard.press('Tab')
    for (const theme of ['dark', 'light', 'dark']) {
      await page.keyboard.press(theme === 'dark' && (await focused()) === 'Light' ? 'ArrowLeft' : 'ArrowRight')
      await page.locator(`:root[data-theme=${theme}]`).waitFor()
    }
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(focused).toBe('Simple')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Board:/ }).waitFor()
    await page.locator(':root[data-layout=simple]').waitFor()
    await expect.poll(settings).toMatchObject({ language: 'en', theme: 'dark', layout: 'simple' })
  })

  it('shows Welcome, where Enter blinks an LED on the virtual board and shows the board', async () => {
    await expect.poll(focused).toBe('Run blink on the virtual board')
    await user.tabIs(page, 'Welcome')
    await expectAccessible(page)
    await page.screenshot({ path: path.join(output, `${kind}-welcome.png`) })
    await page.keyboard.press('Enter')
    await user.tabIs(page, 'blink.py')
    await user.connectionSays(page, 'blink.py')
    await page.getByRole('tab', { name: 'Board view', selected: true }).waitFor()
  })

  it('leads through a lesson: open and run, change one thing, run again', async () => {
    await user.runCommand(page, 'First steps')
    await lessons().getByText('1 of 2 done').waitFor()
    await tabTo('Open and run')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)).toBe(true)
    await page.keyboard.press('Control+End')
    for (const key of ['ArrowUp', 'End', 'ArrowLeft', 'Backspace', '1']) await page.keyboard.press(key)
    await user.tabIs(page, 'blink.py, unsaved')
    await page.keyboard.press('F5')
    await lessons().getByText('Well done').waitFor()
    await user.connectionSays(page, 'Ready')
    await expectAccessible(page)
    await page.screenshot({ path: path.join(output, `${kind}-lesson.png`) })
  })

  it('changes the language at any time, and what is open and unsaved stays', async () => {
    await page.keyboard.press('Control+Comma')
    const choice = page.locator('#setting-language')
    await choice.selectOption('de')
    await page.locator(':root[lang=de]').waitFor()
    await expect.poll(settings).toMatchObject({ language: 'de' })
    await choice.selectOption('en')
    await page.locator(':root[lang=en]').waitFor()
    await page.keyboard.press('Escape')
    await user.tabIs(page, 'blink.py, unsaved')
    await page.getByRole('region', { name: 'Editor' }).locator('.view-lines').filter({ hasText: 'sleep(0.1)' }).waitFor()
    await user.connectionSays(page, 'Ready')
  })

  it('closes Welcome, and opens it again from the palette', async () => {
    await user.runCommand(page, 'Welcome')
    await user.tabIs(page, 'Welcome')
    await page.keyboard.press(kind === 'chromium' ? 'Alt+w' : 'Control+w')
    await user.tabIs(page, 'blink.py, unsaved')
    expect(await page.getByRole('tab', { name: 'Welcome' }).count()).toBe(0)
    await user.runCommand(page, 'Welcome')
    await user.tabIs(page, 'Welcome')
  })

  it('asks no more the next time, and remembers what was done of the lessons', async () => {
    await expect.poll(layouts).toContain('"activeTab": "page:welcome"')
    await app.close()
    app = await openApp(kind, app.userData)
    page = app.page
    await page.getByRole('button', { name: /^Board:/ }).waitFor()
    await user.tabIs(page, 'Welcome')
    await lessons().getByRole('button', { name: '1 Blink the LED, done' }).waitFor()
    await page.getByRole('tab', { name: 'blink.py, unsaved' }).waitFor()
  })

  it('raised no error inside the page', () => {
    expect(app.errors).toEqual([])
  })
})

describe.each(windowKinds)('somebody in a hurry, in %s', (kind) => {
  it('skips the questions with Escape, and is not asked again', async () => {
    let app = await openApp(kind, makeFirstUserData())
    try {
      await app.page.getByRole('heading', { name: 'Welcome to Perfboard' }).waitFor()
      await app.page.keyboard.press('Tab')
      await app.page.keyboard.press('ArrowRight')
      await app.page.keyboard.press('Escape')
      await app.page.getByRole('button', { name: /^Board:/ }).waitFor()
      await expect
        .poll(
          () =>
            fs.existsSync(path.join(app.userData, 'settings.json')) && fs.readFileSync(path.join(app.userData, 'settings.json'), 'utf8'),
        )
        .toMatch(/"theme": "system",[^]*"layout": "full"/)
      await app.page.reload()
      await app.page.getByRole('button', { name: /^Board:/ }).waitFor()
      await app.close()
      app = await openApp(kind, app.userData)
      await app.page.getByRole('button', { name: /^Board:/ }).waitFor()
    } finally {
      await app.close()
      fs.rmSync(app.userData, { recursive: true, force: true })
    }
  })
})
