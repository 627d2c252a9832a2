import { t } from '../../shared/language/language'
import type { Layout } from '../../shared/layout'
import { type Disposable, toDisposable } from '../../shared/lifecycle'
import { bridge } from '../bridge/bridge'
import { useLayout } from '../stores/layoutStore'
import { reportFailure } from '../stores/noticesStore'
import { useShell } from '../stores/shellStore'

/** How long a change waits for the next one, before both are saved. Milliseconds. */
const SAVE_AFTER_MS = 300
/** Until the next try while main is away. Milliseconds. */
const AGAIN_MS = 2_000

/** Loads this window's layout, and saves it soon after each change. */
export class LayoutKeeper {
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly window: string) {}

  load(): Promise<Layout> {
    return bridge().request('layout.load', { window: this.window })
  }

  /** Saves from now on. */
  keep(): Disposable {
    return toDisposable(useLayout.subscribe(() => this.saveAfter(SAVE_AFTER_MS)))
  }

  /** Saves now what waits to be saved. */
  async flush(): Promise<void> {
    if (this.timer === null) return
    clearTimeout(this.timer)
    this.timer = null
    await bridge().request('layout.save', { window: this.window, layout: useLayout.getState() })
  }

  private saveAfter(ms: number): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.flush().catch((error: unknown) => {
        // The window says already that it lost its main process; what changed meanwhile is saved when that is back.
        if (useShell.getState().lost) this.saveAfter(AGAIN_MS)
        else reportFailure(t('The layout could not be saved'), error)
      })
    }, ms)
  }
}
