import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'
import { JsonFile } from '../settings/jsonFile'

/** Where the window stood last. Sizes in device-independent pixels. */
export const WindowBounds = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(900).default(1280),
  height: z.number().int().min(600).default(800),
  maximized: z.boolean().default(false),
})
export type WindowBounds = z.infer<typeof WindowBounds>

/** Keeps where the window stands, for the next start. */
export class BoundsStore {
  private readonly file: JsonFile<WindowBounds>

  constructor(path: string) {
    this.file = new JsonFile(path, WindowBounds)
  }

  /** Where to open the window; without a place when the screen that it stood on is gone. */
  async load(): Promise<WindowBounds> {
    const bounds = await this.file.read()
    return isOnScreen(bounds) ? bounds : { ...bounds, x: undefined, y: undefined }
  }

  async save(window: BrowserWindow): Promise<void> {
    const { x, y, width, height } = window.getNormalBounds()
    await this.file.write({ x, y, width: Math.max(width, 900), height: Math.max(height, 600), maximized: window.isMaximized() })
  }
}

function isOnScreen({ x, y, width, height }: WindowBounds): boolean {
  if (x === undefined || y === undefined) return true
  const within = (area: Rectangle): boolean =>
    x < area.x + area.width && x + width > area.x && y < area.y + area.height && y + height > area.y
  return screen.getAllDisplays().some(({ workArea }) => within(workArea))
}
