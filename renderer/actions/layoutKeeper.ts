import { t } from '../../shared/language/language'
import type { Layout } from '../../shared/layout'
import { type Disposable, toDisposable } from '../../shared/lifecycle'
import { bridge } from '../bridge/bridge'
import { useLayout } from '../stores/layoutStore'
import { reportFailure } from '../stores/noticesStore'

/** How long a change waits for the next one, before both are saved. Milliseconds. */
const SAVE_AFTER_MS = 300

/** Loads this window's layout, and saves it soon after each change. */
export class LayoutKeeper {
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly window: string) {}

  load(): Promise<Layout> {
    return bridge().request('layout.load', { window: this.window })
  }

  /** Saves from now on. */
  keep(): Disposable {
    return toDisposable(
      useLayout.subscribe(() => {
        if (this.timer !== null) clearTimeout(this.timer)
        this.timer = setTimeout(() => {
          this.flush().catch((error: unknown) => {
            reportFailure(t('The layout could not be saved'), error)
          })
        }, SAVE_AFTER_MS)
      }),
    )
  }

  /** Saves now what waits to be saved. */
  async flush(): Promise<void> {
    if (this.timer === null) return
    clearTimeout(this.timer)
    this.timer = null
    await bridge().request('layout.save', { window: this.window, layout: useLayout.getState() })
  }
}
