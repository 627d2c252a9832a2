import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type ElectronApplication, _electron, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PreloadBridge } from '../../shared/contract/bridge'
import { canOpenWindows, electronExecutable, sandboxArguments } from '../rig/electronRuntime'
import { Program } from '../rig/program'
import { untilFile } from '../rig/untilFile'

const appFolder = path.resolve(import.meta.dirname, '../../dist/electron')
const userData = mkdtempSync(path.join(os.tmpdir(), 'perfboard-window-'))
const logFile = path.join(userData, 'logs/perfboard.log')

describe.runIf(canOpenWindows)('the Electron window', () => {
  let app: ElectronApplication
  let page: Page

  beforeAll(async () => {
    const env = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
    app = await _electron.launch({
      ...(electronExecutable === undefined ? {} : { executablePath: electronExecutable }),
      args: [...sandboxArguments, appFolder],
      env: { ...env, PERFBOARD_USER_DATA: userData },
    })
    page = await app.firstWindow()
    await untilFile(logFile, /Window ready \(electron\)/)
  }, 40_000)

  afterAll(async () => {
    await app.close()
    rmSync(userData, { recursive: true, force: true })
  })

  test('has no Node in its page, only the bridge', async () => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { perfboard: object }).perfboard).sort(),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    }))
    expect(found).toEqual({ bridge: ['onEvent', 'request'], node: [] })
  })

  test('runs no script that a board or a file could smuggle into the page, and reaches no network', async () => {
    const found = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.smuggled = true'
      document.body.append(script)
      const reach = (address: string): Promise<string> =>
        fetch(address).then(
          () => 'reached',
          () => 'refused',
        )
      return {
        smuggled: 'smuggled' in window,
        network: await reach('https://example.com/'),
        loopback: await reach('http://127.0.0.1:9/'),
        file: await reach('file:///etc/hostname'),
        outside: (await fetch('app://perfboard/..%2f..%2fmain/main.js')).status,
      }
    })
    expect(found).toEqual({ smuggled: false, network: 'refused', loopback: 'refused', file: 'refused', outside: 404 })
  })

  test('stays on its page and opens no others', async () => {
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
    await page.evaluate(() => {
      location.href = 'https://example.com/'
    })
    await untilFile(logFile, /Refused to navigate to https:\/\/example\.com\//)
    expect(page.url()).toBe('app://perfboard/index.html')
    expect(app.windows()).toHaveLength(1)
  })

  test('gets no permission but the clipboard', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']
      return await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state))
    })
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'granted'])
  })

  test('a frame inside the page has no bridge', async () => {
    const bridges = await page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const inside = frame.contentWindow !== null && 'perfboard' in frame.contentWindow
      frame.remove()
      return inside
    })
    expect(bridges).toBe(false)
  })

  test('has system dialogs instead of the in-page picker: the page alone can’t open a folder', async () => {
    const codes = await page.evaluate(async (folder) => {
      const { perfboard } = window as unknown as { perfboard: PreloadBridge }
      const replies = [
        await perfboard.request('workspace.browse', { path: folder }),
        await perfboard.request('workspace.grant', { path: folder }),
        await perfboard.request('workspace.list', { path: folder }),
      ]
      return replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))
    }, userData)
    expect(codes).toEqual(['not-available', 'not-available', 'forbidden'])
  })

  test('tells the page when a screen reader comes and goes, so that the terminal can be read', async () => {
    await page.evaluate(() => {
      const seen: unknown[] = []
      const { perfboard } = window as unknown as { perfboard: PreloadBridge }
      Object.assign(window, { seen })
      perfboard.onEvent((name, payload) => {
        if (name === 'app.assistiveTechnology') seen.push(payload)
      })
    })
    const turn = (on: boolean): Promise<void> =>
      app.evaluate(({ app: itself }, wanted) => itself.setAccessibilitySupportEnabled(wanted), on)
    const told = (): Promise<unknown> => page.evaluate(() => (window as unknown as { seen: unknown[] }).seen.at(-1))
    const known = (): Promise<unknown> =>
      page.evaluate(async () => await (window as unknown as { perfboard: PreloadBridge }).perfboard.request('app.info', {}))
    for (const on of [true, false]) {
      await turn(on)
      await expect.poll(told).toEqual({ on })
      expect(await known()).toMatchObject({ ok: true, result: { assistiveTechnology: on } })
    }
  })

  test('a second start ends at once and leaves the first one be', async () => {
    if (electronExecutable === undefined) throw new Error('There is no executable')
    const second = new Program(electronExecutable, [...sandboxArguments, appFolder], { PERFBOARD_USER_DATA: userData })
    expect(await second.ended).toBe(0)
    expect(await page.evaluate(() => document.title)).toBe('Perfboard')
  })

  test('a page that crashes is loaded again, and the crash stands in the log', async () => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    await untilFile(logFile, /The page’s process ended[^]*Window ready \(electron\)/)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getTitle())).toBe('Perfboard')
  })
})
