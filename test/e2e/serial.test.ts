import type { Page } from 'playwright-core'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startForeignPort } from '../rig/foreignPort'
import { type PluggableBoard, startPluggableBoard } from '../rig/pluggableBoard'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')
const MAIN = 'import time; n = 0\\nwhile True:\\n  print("tick", n); n += 1; time.sleep_ms(50)\\n'

/** What a user meets at a real serial port, in order. Each step stands on the ones before it. */
describe.each(windowKinds)('a board at a serial port, in %s', (kind) => {
  let app: AppWindow
  let page: Page
  let board: PluggableBoard

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const question = () => page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const disconnect = async (): Promise<void> => {
    await button('Disconnect').click()
    await user.connectionSays(page, 'Not connected')
  }
  const newText = async (text: string): Promise<void> => {
    await user.runCommand(page, 'New file')
    await user.replaceText(page, text)
  }

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    board = await startPluggableBoard()
    app = await openApp(kind, makeUserData())
    page = app.page
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    await page.screenshot({ path: path.join(output, `${kind}-serial-failed-${task.id}.png`) })
    console.log([task.name, await user.terminalText(page), await user.notices(page), ...app.errors].join('\n'))
  })

  afterAll(async () => {
    await app.close()
    await board.dispose()
    fs.rmSync(app.userData, { recursive: true, force: true })
  })

  it('asks once what to do with it, and keeps the answer', async () => {
    await user.connectByHand(page, board.path)
    await user.connectionSays(page, 'Watching, nothing sent')
    await page.getByText('Getting the prompt stops a running program').waitFor()
    await page.screenshot({ path: path.join(output, `${kind}-strip.png`) })
    await button('Just watch').click()
    await button('Just watch').waitFor({ state: 'detached' })
    await disconnect()
    await button('Connect').click()
    await user.connectionSays(page, 'Watching, nothing sent')
    await expect.poll(() => button('Just watch').count()).toBe(0)
    expect(board.receivedByBoard()).toBe(0)
  })

  it('lets main.py go on while it is watched, and asks before a job stops it', async () => {
    await user.runCommand(page, 'Get the prompt')
    await user.connectionSays(page, 'Ready')
    await user.typeInTerminal(page, `f = open("main.py", "w"); f.write('${MAIN}'); f.close()\n`)
    await button('Soft reset').click()
    await user.terminalShows(page, /^tick \d+$/m)
    await user.connectionSays(page, 'main.py')
    await disconnect()
    const received = board.receivedByBoard()
    await button('Connect').click()
    await user.connectionSays(page, 'Watching, nothing sent')
    const ticks = async (): Promise<number> => Number([...(await user.terminalText(page)).matchAll(/^tick (\d+)$/gm)].at(-1)?.[1] ?? 0)
    const before = await ticks()
    await expect.poll(ticks).toBeGreaterThan(before + 5)
    await page.getByRole('toolbar', { name: 'Board files actions' }).getByRole('button', { name: 'Refresh' }).click()
    await question().getByText('A program may be running').waitFor()
    await user.answer(page, 'Cancel')
    expect(board.receivedByBoard()).toBe(received)
    await button('Stop').click()
    await user.connectionSays(page, 'Ready')
    await user.terminalShows(page, /KeyboardInterrupt/)
    await user.rowAppears(page, 'Board files', 'main.py')
  })

  it('gives a program what is typed, and takes 200 pasted lines unharmed', async () => {
    await newText('name = input("Who? ")\nprint("Hello", name)\n')
    await button('Run').click()
    await user.terminalShows(page, /^Who\?$/m)
    await user.typeInTerminal(page, 'Ada\n')
    await user.terminalShows(page, /^Hello Ada$/m)
    await user.connectionSays(page, 'Ready')
    const lines = Array.from({ length: 197 }, (_, at) => `    total += ${at}  # ${'x'.repeat(at % 50)}`).join('\n')
    await user.pasteInTerminal(page, `def add():\n    total = 0\n${lines}\n    return total\nprint("sum", add())\n`)
    await user.terminalShows(page, /^sum 19306$/m)
    await user.connectionSays(page, 'Ready')
  })

  it('interrupts a flood with Ctrl+C', async () => {
    await newText('n = 0\nwhile True:\n    n += 1\n    print("line", n)\n')
    await button('Run').click()
    await user.terminalShows(page, /line \d{4,}/)
    await user.focusTerminal(page)
    await page.keyboard.press('Control+c')
    await user.terminalShows(page, /KeyboardInterrupt/)
    await user.connectionSays(page, 'Ready')
  })

  it('says what the board holds when it vanishes in the middle of a save, and goes on when it is back', async () => {
    await user.typeInTerminal(page, `${user.BUSY}\n`)
    await user.makeFile(page, 'Board files', 'big.py')
    await user.rowAppears(page, 'Board files', 'big.py')
    await user.openRow(page, 'Board files', 'big.py')
    await user.tabIs(page, 'big.py')
    await user.replaceText(page, `text = """\n${randomBytes(225_000).toString('base64')}"""\n`)
    await page.keyboard.press('Control+s')
    await user.connectionSays(page, 'Saving big.py')
    await board.pull()
    await user.connectionSays(page, 'Gone')
    await expect.poll(() => user.notices(page)).toMatch(/vanished while saving \/big\.py[^]*It holds the old version/)
    await page.screenshot({ path: path.join(output, `${kind}-vanished.png`) })
    await user.tabIs(page, 'big.py, unsaved')
    await user.dismissNotices(page)
    await board.plugIn()
    await user.connectionSays(page, 'Watching')
    await user.terminalShows(page, /KeyboardInterrupt[^]*Gone[^]*Back/)
    await page.keyboard.press('Control+s')
    const stop = question().getByRole('button', { name: 'Stop and save' })
    await stop
      .or(page.getByRole('tab', { name: 'big.py', exact: true }))
      .first()
      .waitFor()
    if (await stop.isVisible()) await stop.click()
    await user.tabIs(page, 'big.py')
    await user.typeInTerminal(page, 'import os; busy.deinit(); print("size", os.stat("/big.py")[6])\n')
    await user.terminalShows(page, /^size 300015$/m)
    await disconnect()
  })

  it('names the program that has the port', async () => {
    const holder = spawn('flock', [board.path, 'sleep', '60'], { stdio: 'ignore' })
    const ended = new Promise((resolve) => holder.once('exit', resolve))
    try {
      await expect
        .poll(async () => {
          await user.dismissNotices(page)
          await button('Connect').click()
          await expect.poll(() => user.notices(page)).not.toBe('')
          return await user.notices(page)
        })
        .toMatch(/(flock|sleep|socat) is using/)
    } finally {
      holder.kill()
      await ended
      await user.dismissNotices(page)
    }
  })

  it('says that something else than MicroPython talks, and shows what it says', async () => {
    const thing = await startForeignPort('yes temperature 21.5')
    try {
      await user.connectByHand(page, thing.path)
      await button('Get the prompt').click()
      const strip = page.getByRole('alert', { name: 'About the connection' })
      await expect
        .poll(async () => (await strip.allInnerTexts()).join(), { timeout: 8_000 })
        .toMatch(/This board talks, but not MicroPython\.[^]*“temperature 21\.5”/)
      await user.terminalShows(page, /temperature 21\.5/)
      await user.connectionSays(page, 'Watching')
      await disconnect()
    } finally {
      await thing.dispose()
    }
  })

  it('raised no error inside the page', () => {
    expect(app.errors).toEqual([])
  })
})
