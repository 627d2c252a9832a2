import fs from 'node:fs'
import path from 'node:path'
import type { Settings } from '../../shared/settings'
import { type AppWindow, openApp } from '../e2e/appWindow'
import { PageClient } from '../rig/pageClient'

/** Not tracked; a folder for each scene. */
const OUTPUT = path.resolve(import.meta.dirname, '../../test-output/looks')

/** The window's sizes in CSS pixels. At 200% zoom a window of 1280 x 800 has half of them. */
const SIZES = [
  { name: '1280x800', width: 1280, height: 800 },
  { name: '900x600', width: 900, height: 600 },
  { name: 'zoom-200', width: 640, height: 400 },
] as const
const LAYOUTS = ['full', 'simple'] as const
const THEMES = ['dark', 'light'] as const

/** Takes pictures of a window of its own in every layout, theme and size. */
export class Camera {
  private constructor(
    readonly app: AppWindow,
    private readonly settings: PageClient,
  ) {}

  /** Opens the app in Chromium. */
  static async open(userData: string): Promise<Camera> {
    const app = await openApp('chromium', userData)
    const cookies = await app.page.context().cookies()
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return new Camera(app, await PageClient.join(new URL(app.page.url()).origin, cookie))
  }

  get page(): AppWindow['page'] {
    return this.app.page
  }

  /** Changes settings behind the window's back: nothing that is open in it closes. */
  async set(patch: Partial<Settings>): Promise<void> {
    await this.settings.request('settings.update', { patch })
    if (patch.layout !== undefined) await this.page.locator(`:root[data-layout=${patch.layout}]`).waitFor()
  }

  /** All pictures of what the window shows now: 12, or fewer where a scene belongs to one layout. */
  async photograph(scene: string, layouts: readonly (typeof LAYOUTS)[number][] = LAYOUTS): Promise<void> {
    const folder = emptyFolder(scene)
    for (const layout of layouts) {
      await this.set({ layout })
      await this.inAllSizes(folder, layout)
    }
    await this.page.setViewportSize(SIZES[0])
    await this.set({ layout: 'full' })
  }

  /** Pictures in both themes and all sizes, without a word to the settings: 6. */
  async photographAsItIs(scene: string): Promise<void> {
    const folder = emptyFolder(scene)
    await this.inAllSizes(folder, 'as-it-is')
    await this.page.setViewportSize(SIZES[0])
  }

  async close(): Promise<void> {
    this.settings.socket.close()
    await this.app.close()
    fs.rmSync(this.app.userData, { recursive: true, force: true })
  }

  private async inAllSizes(folder: string, name: string): Promise<void> {
    for (const theme of THEMES) {
      await this.page.emulateMedia({ colorScheme: theme })
      await this.page.locator(`:root[data-theme=${theme}]`).waitFor()
      for (const size of SIZES) await this.shoot(size, path.join(folder, `${name}-${theme}-${size.name}.png`))
    }
  }

  private async shoot(size: (typeof SIZES)[number], file: string): Promise<void> {
    await this.page.setViewportSize(size)
    // Two frames: one to lay out, one to draw.
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'initial' })
  }
}

function emptyFolder(scene: string): string {
  const folder = path.join(OUTPUT, scene)
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  return folder
}
