import type { Locator, Page } from 'playwright-core'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')
const WAIT = { timeout: 20_000 }

const BLINK = `from machine import Pin, PWM
import time
led = Pin('LED', Pin.OUT)
red = PWM(Pin(15), freq=1000, duty_u16=24248)
while True:
    led.toggle()
    time.sleep(0.5)
`

const INPUTS = `from machine import Pin, ADC
import time
button = Pin(14, Pin.IN, Pin.PULL_UP)
knob = ADC(26)
while True:
    print('button', button.value(), 'knob', round(knob.read_u16() / 655.35))
    time.sleep(0.05)
`

const SHOW = `from machine import Pin, I2C
import neopixel, ssd1306, time
display = ssd1306.SSD1306_I2C(128, 64, I2C(0, sda=Pin(0), scl=Pin(1)))
display.fill_rect(8, 8, 112, 48, 1)
display.show()
strip = neopixel.NeoPixel(Pin(16), 3)
strip[0] = (255, 0, 0)
strip[2] = (0, 0, 40)
strip.write()
while True:
    time.sleep(1)
`

/** The virtual board as a picture: what programs show on it, and what the user does to it. Each step stands on the ones before it. */
describe.each(windowKinds)('the Board view in %s', (kind) => {
  let app: AppWindow
  let page: Page
  let board: Locator

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    app = await openApp(kind, makeUserData())
    page = app.page
    board = page.getByRole('region', { name: 'Board view' })
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    await page.screenshot({ path: path.join(output, `${kind}-board-failed-${task.id}.png`) })
    console.log([task.name, await user.terminalText(page), await user.notices(page), ...app.errors].join('\n'))
  })

  afterAll(async () => {
    await app.close()
    fs.rmSync(app.userData, { recursive: true, force: true })
    expect(app.errors).toEqual([])
  })

  /** Replaces the program by another one and runs it. */
  async function run(program: string): Promise<void> {
    await user.replaceText(page, program)
    await page.keyboard.press('F5')
    await user.connectionSays(page, '.py')
  }

  async function stop(): Promise<void> {
    await page.keyboard.press('Shift+F5')
    await user.connectionSays(page, 'Ready')
  }

  it('opens by itself when the virtual board is connected for the first time', async () => {
    expect(await board.isVisible()).toBe(false)
    await user.connectVirtual(page)
    await user.connectionSays(page, 'Ready')
    await board.getByRole('img', { name: 'Green LED on the board, GP25: off' }).waitFor()
    await board.getByText('No program uses a pin yet.').waitFor()
  })

  it('lights the LEDs as the program sets them, and says so', async () => {
    await user.runCommand(page, 'New file')
    await run(BLINK)
    await board.getByRole('img', { name: 'Green LED on the board, GP25: on' }).waitFor()
    await board.getByRole('img', { name: 'Green LED on the board, GP25: off' }).waitFor()
    await board.getByRole('img', { name: 'Red LED, GP15: on, 37%' }).waitFor()
    await board.getByRole('row', { name: 'GP15 PWM 1 kHz, 37%' }).waitFor()
    await board.getByRole('row', { name: 'GP25 output high', exact: true }).waitFor()
    await board.getByRole('row', { name: 'GP25 output low', exact: true }).waitFor()
  })

  it('goes dark with a reset', async () => {
    await stop()
    await user.runCommand(page, 'Soft reset')
    await board.getByRole('img', { name: 'Red LED, GP15: off' }).waitFor()
    await board.getByText('No program uses a pin yet.').waitFor()
  })

  it('lets a program see a button held by the keyboard, and one held down for good', async () => {
    await run(INPUTS)
    await user.terminalShows(page, /button 1 knob 50$/m)
    const button = board.getByRole('button', { name: 'Button A', exact: true })
    await button.focus()
    await page.keyboard.down('Space')
    await user.terminalShows(page, /button 0 knob 50$/)
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.up('Space')
    await user.terminalShows(page, /button 1 knob 50$/)
    await button.click({ modifiers: ['Shift'] })
    await user.terminalShows(page, /button 0 knob 50$/)
    await board.getByRole('button', { name: 'Hold button A down' }).press('Enter')
    await user.terminalShows(page, /button 1 knob 50$/)
  })

  it('lets a program see the knob, turned by keys and by the pointer', async () => {
    const knob = board.getByRole('slider', { name: 'Knob' })
    await knob.focus()
    await page.keyboard.press('End')
    await user.terminalShows(page, /knob 100$/)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await user.terminalShows(page, /knob 1$/)
    expect(await knob.getAttribute('aria-valuetext')).toBe('1%, 0.03 V')
    const box = await board.locator('.knob').boundingBox()
    await page.mouse.move((box?.x ?? 0) + 3, (box?.y ?? 0) + (box?.height ?? 0) / 2)
    await page.mouse.down()
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) - 10, { steps: 4 })
    await page.mouse.up()
    await user.terminalShows(page, /knob (49|50|51)$/)
    await stop()
  })

  it('runs a program made for other pins: a part hangs where it is told to', async () => {
    await board.getByRole('button', { name: 'Wiring' }).click()
    await board.getByRole('combobox', { name: 'Red LED', exact: true }).selectOption('GP16')
    await board.getByRole('img', { name: 'Red LED, GP16: off' }).waitFor()
    await board.getByRole('combobox', { name: 'Blue LED', exact: true }).selectOption('16')
    await board.getByText('That was the place of Red LED, which is on GP2 now.').waitFor()
    await board.getByRole('button', { name: 'Back to the usual pins' }).click()
    await board.getByRole('img', { name: 'Red LED, GP15: off' }).waitFor()
    await board.getByRole('button', { name: 'Wiring' }).click()
  })

  it('shows what a program draws on the display and the light strip', async () => {
    await run(SHOW)
    const display = board.getByRole('img', { name: 'Display, I2C 0x3c: on, shows a picture' })
    await display.waitFor()
    const dots = await display.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() }
      return data.filter((value, at) => at % 4 === 0 && value > 0).length
    })
    expect(dots).toBe(112 * 48)
    await board.getByRole('img', { name: 'Light strip, GP16: 3 lights, 2 lit: red, off, blue' }).waitFor()
    await page.screenshot({ path: path.join(output, `${kind}-board-view.png`) })
    await expectAccessible(page)
    await stop()
  })

  it('stays closed once it was closed, and is dim without its board', async () => {
    await page.getByRole('button', { name: 'Close board view' }).click()
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await user.connectVirtual(page)
    await user.connectionSays(page, 'Ready')
    expect(await board.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await page.getByRole('button', { name: 'Show board view' }).click()
    await board.getByRole('button', { name: 'Connect the virtual board' }).click()
    await user.connectionSays(page, 'Ready')
    await expect.poll(() => board.getByRole('img', { name: 'Red LED, GP15: off' }).isVisible(), WAIT).toBe(true)
  })

  it('is a drawer in a narrow window: the keyboard goes in, and Escape brings it back', async () => {
    await page.setViewportSize({ width: 900, height: 600 })
    const shown = page.getByRole('button', { name: 'Show board view' })
    await shown.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), WAIT).toBe('Board view')
    await board.getByRole('slider', { name: 'Light' }).press('End')
    await expect.poll(() => board.getByRole('slider', { name: 'Light' }).getAttribute('aria-valuetext'), WAIT).toBe('100%, 3.30 V')
    await page.keyboard.press('Escape')
    await board.waitFor({ state: 'hidden' })
    expect(await shown.evaluate((button) => button === document.activeElement)).toBe(true)
  })
})
