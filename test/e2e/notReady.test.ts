import type { Page } from 'playwright-core'
import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FakeMachine, PICO_INFO } from '../rig/fakeMachine'
import { type ForeignPort, startRepeatingPort } from '../rig/foreignPort'
import { expectAccessible } from './accessible'
import { type AppWindow, makeUserData, openApp, windowKinds } from './appWindow'
import * as user from './user'

const output = path.resolve(import.meta.dirname, '../../test-output/screenshots')
const BLANK = `rst:0x10 (RTCWDT_RTC_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\n${'invalid header: 0xffffffff\r\n'.repeat(3)}ets Jul 29 2019 12:21:46\r\n\r\n`

/** What a user meets whose board isn't ready, in order. Each step stands on the ones before it. */
describe.each(windowKinds)('a board without MicroPython, in %s', (kind) => {
  let app: AppWindow
  let page: Page
  let machine: FakeMachine
  let root: string
  let thing: ForeignPort | undefined

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const notReady = () => page.getByRole('region', { name: 'Not ready' })
  const guide = () => page.getByRole('dialog', { name: 'How to install MicroPython' })
  const strip = () =>
    page.getByRole('group', { name: 'About the connection' }).or(page.getByRole('alert', { name: 'About the connection' }))

  beforeAll(async () => {
    fs.mkdirSync(output, { recursive: true })
    root = await mkdtemp(path.join(os.tmpdir(), 'perfboard-machine-'))
    machine = await FakeMachine.make(root)
    app = await openApp(kind, makeUserData(), { PERFBOARD_SYSTEM_ROOT: root })
    page = app.page
    await user.dismissNotices(page)
  })

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || page.isClosed()) return
    await page.screenshot({ path: path.join(output, `${kind}-not-ready-failed-${task.id}.png`) })
    console.log([task.name, await user.terminalText(page), await user.notices(page), ...app.errors].join('\n'))
  })

  afterAll(async () => {
    await app.close()
    await thing?.dispose()
    for (const folder of [root, app.userData]) await rm(folder, { recursive: true, force: true })
  })

  it('shows in the open list as soon as it is plugged in', async () => {
    await page.getByRole('button', { name: /^Board:/ }).click()
    await page.getByText('No board found.').waitFor()
    await machine.plug('1-4', { idVendor: '2e8a', idProduct: '0003' })
    await notReady().getByText('Pico (RP2040) without MicroPython').waitFor()
    await machine.disk('1-4', 'sda1', '8:1')
    await machine.mount('8:1', 'RPI-RP2', { 'INFO_UF2.TXT': PICO_INFO })
    await notReady().getByText('Drive RPI-RP2 waits for firmware.').waitFor()
    expect(await page.getByText('No board found.').count()).toBe(0)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await strip().getByText('Pico (RP2040) without MicroPython.').waitFor()
    await strip().getByRole('button', { name: 'Hide' }).click()
    await strip().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Board:/ }).click()
  })

  it('comes with how to install MicroPython by hand, by keyboard alone', async () => {
    await page.getByRole('option', { name: /Virtual board/ }).press('Tab')
    await page.keyboard.press('Enter')
    await guide().getByText('Copy the .uf2 file onto the drive RPI-RP2.').waitFor()
    expect(await guide().getByText('BOOTSEL').count()).toBe(0)
    await guide().getByRole('button', { name: 'Copy micropython.org/download' }).press('Enter')
    await guide().getByRole('button', { name: 'Copied: micropython.org/download' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('micropython.org/download')
    await expectAccessible(page)
    await page.screenshot({ path: path.join(output, `${kind}-install-guide.png`) })
    await guide().getByRole('combobox', { name: 'Board' }).selectOption({ label: 'BBC micro:bit' })
    await guide().getByText('Copy the .hex file onto the drive MICROBIT.').waitFor()
    // The first Escape may go to a button's tooltip.
    await expect
      .poll(async () => {
        await page.keyboard.press('Escape')
        return guide().count()
      })
      .toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toMatch(/^Board:/)
  })

  it('leaves the list when it is pulled out', async () => {
    await page.getByRole('button', { name: /^Board:/ }).click()
    await notReady().waitFor()
    await machine.unmount('8:1')
    await machine.unplug('1-4')
    await notReady().waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
  })

  it('is recognised by what it says at its port, before anything is sent', async () => {
    thing = await startRepeatingPort(BLANK)
    await user.connectByHand(page, thing.path)
    await strip().getByText('It looks like a blank ESP32').waitFor()
    await user.connectionSays(page, 'Watching, nothing sent')
    await strip().getByRole('button', { name: 'How to install MicroPython' }).click()
    await guide().getByText(`python -m esptool --port ${thing.path} erase_flash`).waitFor()
    await page.keyboard.press('Escape')
    await strip().getByRole('button', { name: 'Get the prompt' }).click()
    await strip().getByText('This board talks, but not MicroPython.').waitFor()
    await strip().getByText('It is a blank ESP32').waitFor()
    await expectAccessible(page)
  })

  it('can be used as a serial monitor, which keeps every job away from it', async () => {
    await strip().getByRole('button', { name: 'Serial monitor' }).click()
    await strip().waitFor({ state: 'detached' })
    await user.connectionSays(page, 'Serial monitor')
    await user.terminalShows(page, /invalid header: 0xffffffff/)
    expect(await button('Stop').getAttribute('aria-disabled')).toBe('true')
    expect(await button('Soft reset').getAttribute('aria-description')).toContain('serial monitor')
    await button('Disconnect').click()
    await user.connectionSays(page, 'Not connected')
    await button('Connect').click()
    await user.connectionSays(page, 'Serial monitor')
  })

  it('raised no error inside the page', () => {
    expect(app.errors).toEqual([])
  })
})
