import type { Locator } from 'playwright-core'
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

interface Scene {
  layouts?: readonly (typeof LAYOUTS)[number][]
  sizes?: readonly (typeof SIZES)[number]['name'][]
  /** Puts what the scene is about in its place, once the window has its size. */
  before?: () => Promise<void>
  after?: () => Promise<void>
}

/** What of a control is to be seen: how it looks under the pointer, or with the keyboard's focus. */
export interface CloseUp {
  name: string
  control: Locator
  by: 'pointer' | 'keyboard'
}

/** Around a control, so that its tooltip can be seen. Pixels. */
const MARGIN = { x: 150, y: 70 }

/** Takes pictures of a window of its own in every layout, theme and size. */
export class Camera {
  private constructor(
    readonly app: AppWindow,
    private readonly settings: PageClient,
  ) {}

  /** Opens the app in Chromium. */
  static async open(userData: string, extra: Record<string, string> = {}): Promise<Camera> {
    const app = await openApp('chromium', userData, extra)
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
  async photograph(name: string, scene: Scene = {}): Promise<void> {
    const folder = emptyFolder(name)
    await this.page.mouse.move(0, 0) // no tooltip of what was clicked last
    for (const layout of scene.layouts ?? LAYOUTS) {
      await this.set({ layout })
      await this.inAllSizes(folder, layout, scene)
    }
    await this.page.setViewportSize(SIZES[0])
    await this.set({ layout: 'full' })
  }

  /** Pictures in both themes and all sizes, without a word to the settings: 6. */
  async photographAsItIs(name: string): Promise<void> {
    await this.inAllSizes(emptyFolder(name), 'as-it-is', {})
    await this.page.setViewportSize(SIZES[0])
  }

  /** Controls from near, in both themes, each with what appears at it. */
  async closeUps(name: string, closeUps: readonly CloseUp[]): Promise<void> {
    const folder = emptyFolder(name)
    for (const theme of THEMES) {
      await this.theme(theme)
      for (const closeUp of closeUps) await this.shootNear(closeUp, path.join(folder, `${closeUp.name}-${closeUp.by}-${theme}.png`))
    }
  }

  async close(): Promise<void> {
    this.settings.socket.close()
    await this.app.close()
    fs.rmSync(this.app.userData, { recursive: true, force: true })
  }

  private async theme(theme: (typeof THEMES)[number]): Promise<void> {
    await this.page.emulateMedia({ colorScheme: theme })
    await this.page.locator(`:root[data-theme=${theme}]`).waitFor()
  }

  private async inAllSizes(folder: string, name: string, scene: Scene): Promise<void> {
    for (const theme of THEMES) {
      await this.theme(theme)
      for (const size of SIZES) {
        if (scene.sizes?.includes(size.name) === false) continue
        await this.page.setViewportSize(size)
        await this.drawn()
        await scene.before?.()
        await this.drawn()
        const file = path.join(folder, `${name}-${theme}-${size.name}.png`)
        await this.page.screenshot({ path: file, animations: 'disabled', caret: 'initial' })
        await scene.after?.()
      }
    }
  }

  private async shootNear({ control, by }: CloseUp, file: string): Promise<void> {
    await this.page.mouse.move(0, 0)
    if (by === 'keyboard') {
      await this.page.keyboard.press('Tab') // from now on, what has the focus has it by keyboard
      await control.focus()
    } else {
      await this.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
      await this.drawn()
      await control.hover()
    }
    // A tooltip of a control comes after a while, or not at all: there is nothing else to wait for.
    await this.page
      .getByRole('tooltip')
      .first()
      .waitFor({ timeout: 900 })
      .catch(() => undefined)
    const box = await control.boundingBox()
    if (box === null) throw new Error(`Nothing to photograph for ${file}`)
    const x = Math.max(0, box.x - MARGIN.x)
    const y = Math.max(0, box.y - MARGIN.y)
    const width = Math.min(SIZES[0].width, box.x + box.width + MARGIN.x) - x
    const height = Math.min(SIZES[0].height, box.y + box.height + MARGIN.y) - y
    await this.page.screenshot({ path: file, clip: { x, y, width, height }, animations: 'disabled' })
  }

  /** Two frames: one to lay out, one to draw. */
  private async drawn(): Promise<void> {
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
}

function emptyFolder(scene: string): string {
  const folder = path.join(OUTPUT, scene)
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  return folder
}
