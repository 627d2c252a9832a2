import type { Page } from 'playwright-core'
import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'

/** What a user does and sees, by accessible names. Every wait ends after Playwright's own limit (15 s) or the poll's. */

const WAIT = { timeout: 20_000 }
type Tree = 'Board files' | 'Computer files'

/** The text of all notices that are shown. */
export async function notices(page: Page): Promise<string> {
  return (await page.getByRole('region', { name: 'Notifications' }).allInnerTexts()).join('\n')
}

export async function dismissNotices(page: Page): Promise<void> {
  const close = page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Close' })
  while ((await close.count()) > 0) await close.first().click()
}

export async function connectionSays(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.getByRole('status', { name: 'Connection' }).innerText(), WAIT).toContain(words)
}

/** Chooses the built-in board in the picker and connects it. */
export async function connectVirtual(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Board:/ }).click()
  await page
    .getByRole('listbox', { name: 'Boards' })
    .getByRole('option', { name: /Virtual board/ })
    .click()
  await connectUnlessConnecting(page)
}

/** Names a port by hand and connects it. */
export async function connectByHand(page: Page, port: string): Promise<void> {
  await page.getByRole('button', { name: /^Board:/ }).click()
  await page.getByRole('textbox', { name: 'Other port' }).fill(port)
  await page.keyboard.press('Enter')
  await connectUnlessConnecting(page)
}

async function connectUnlessConnecting(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
}

/** What the terminal shows now, line by line, without trailing blanks. */
export async function terminalText(page: Page): Promise<string> {
  const lines = await page.getByRole('region', { name: 'Terminal' }).locator('.xterm-accessibility-tree > *').allInnerTexts()
  return lines
    .map((line) => line.replaceAll('\u00a0', ' ').trimEnd())
    .join('\n')
    .trimEnd()
}

export async function terminalShows(page: Page, pattern: RegExp): Promise<void> {
  await expect.poll(() => terminalText(page), WAIT).toMatch(pattern)
}

export async function focusTerminal(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Terminal' }).getByRole('textbox', { name: 'Terminal input' }).focus()
}

export async function typeInTerminal(page: Page, text: string): Promise<void> {
  await page.getByRole('region', { name: 'Terminal' }).getByRole('textbox', { name: 'Terminal input' }).focus()
  await page.keyboard.type(text)
}

/** Puts text on the clipboard and pastes it with the terminal's key. */
export async function pasteInTerminal(page: Page, text: string): Promise<void> {
  await page.getByRole('region', { name: 'Terminal' }).getByRole('textbox', { name: 'Terminal input' }).focus()
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text)
  await page.keyboard.press('Control+Shift+v')
}

function row(page: Page, tree: Tree, name: string) {
  return page.getByRole('treegrid', { name: tree }).getByRole('row', { name, exact: true })
}

export async function rowAppears(page: Page, tree: Tree, name: string): Promise<void> {
  await row(page, tree, name).waitFor()
}

export async function rowGoes(page: Page, tree: Tree, name: string): Promise<void> {
  await row(page, tree, name).waitFor({ state: 'detached' })
}

export async function openRow(page: Page, tree: Tree, name: string): Promise<void> {
  await row(page, tree, name).dblclick()
}

export async function rowAction(page: Page, tree: Tree, name: string, action: string): Promise<void> {
  await row(page, tree, name).click({ button: 'right' })
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

export async function makeFile(page: Page, tree: Tree, name: string): Promise<void> {
  await page
    .getByRole('toolbar', { name: `${tree} actions` })
    .getByRole('button', { name: 'New file' })
    .click()
  await answerText(page, name)
}

export async function makeFolder(page: Page, tree: Tree, name: string): Promise<void> {
  await page
    .getByRole('toolbar', { name: `${tree} actions` })
    .getByRole('button', { name: 'New folder' })
    .click()
  await answerText(page, name)
}

/** Answers the dialog that asks for a line of text. */
export async function answerText(page: Page, text: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('textbox')
  await field.fill(text)
  await field.press('Enter')
}

/** Presses a button of the dialog that asks. */
export async function answer(page: Page, button: string): Promise<void> {
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: button, exact: true }).click()
}

/** The tab in front has exactly this name. */
export async function tabIs(page: Page, name: string): Promise<void> {
  await page.getByRole('tablist', { name: 'Open files' }).getByRole('tab', { name, exact: true, selected: true }).waitFor()
}

/** Replaces all text of the editor in front by pasting: typed lines would be indented by the editor. */
export async function replaceText(page: Page, text: string): Promise<void> {
  await page.getByRole('region', { name: 'Editor' }).locator('.monaco-editor .view-lines').first().click()
  await page.keyboard.press('Control+a')
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text)
  await page.keyboard.press('Control+v')
}

/** What makes a board so busy that moving a file takes a while, until `busy.deinit()`. */
export const BUSY = 'import time; from machine import Timer; busy = Timer(0, period=50, callback=lambda t: time.sleep_ms(40))'

/** Runs a command by its title from the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await palette.getByRole('combobox').or(palette.getByRole('searchbox')).or(palette.getByRole('textbox')).first().fill(title)
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'detached' })
}

/** Waits until the journal on disk holds the text. */
export async function journalHolds(userData: string, text: string): Promise<void> {
  await expect
    .poll(() => {
      const folder = path.join(userData, 'journal')
      const names = fs.existsSync(folder)
        ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
        : []
      return names.some((name) => fs.readFileSync(path.join(folder, name), 'utf8').includes(text))
    }, WAIT)
    .toBe(true)
}
