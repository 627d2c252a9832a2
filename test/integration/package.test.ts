import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PreloadBridge } from '../../shared/contract/bridge'
import { canOpenWindows, sandboxArguments } from '../rig/electronRuntime'
import { Program } from '../rig/program'
import { untilFile } from '../rig/untilFile'

/** How a fuse stands in the executable: the digit 1 or 0. */
const ENABLED = 0x31
const DISABLED = 0x30

const top = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(os.tmpdir(), 'perfboard-package-'))
const unpacked = path.join(folder, 'linux-unpacked')
const executable = path.join(unpacked, 'perfboard')

describe.runIf(process.platform === 'linux' && canOpenWindows)('the packaged app', () => {
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [path.join(top, 'scripts/package.mjs'), '--output', folder], { cwd: top })
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('can’t be turned into a plain Node, debugged, or given other code', async () => {
    const wire = await getCurrentFuseWire(executable)
    const on = [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableEmbeddedAsarIntegrityValidation]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(ENABLED)
    for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(DISABLED)
  })

  test('has one app in it, and no sources', () => {
    expect(readdirSync(path.join(unpacked, 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
    expect(existsSync(path.join(unpacked, 'resources/app.asar.unpacked/dist'))).toBe(false)
  })

  test('shows its window, runs MicroPython on the virtual board, and ends cleanly', async () => {
    const userData = path.join(folder, 'data')
    const app = new Program(executable, [...sandboxArguments, '--remote-debugging-port=0'], { PERFBOARD_USER_DATA: userData })
    try {
      await untilFile(path.join(userData, 'logs/perfboard.log'), /Window ready \(electron\)/)
      const port = (await untilFile(path.join(userData, 'DevToolsActivePort'), /^\d+\n/)).split('\n')[0] ?? ''
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      const page = browser.contexts()[0]?.pages()[0]
      expect(page?.url()).toBe('app://perfboard/index.html')
      const listed = await page?.evaluate(async () => {
        const { perfboard } = window as unknown as { perfboard: PreloadBridge }
        const opened = await perfboard.request('session.open', { port: 'virtual' })
        if (!opened.ok) return opened
        const { id } = opened.result as { id: string }
        return await perfboard.request('board.list', { session: id, path: '/', stop: 'stop' })
      })
      expect(listed).toMatchObject({ ok: true, result: { storage: { total: 2_097_152 } } })
      await browser.close()
    } finally {
      expect(await app.end(), app.stderr).toBe(0)
    }
    expect(await untilFile(path.join(userData, 'logs/perfboard.log'), /Perfboard ended/)).not.toMatch(/ error /)
  }, 60_000)
})
