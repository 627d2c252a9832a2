import type { Writable } from 'node:stream'
import type { SessionSnapshot } from '../../shared/board'
import type { Disposable, Event } from '../../shared/lifecycle'
import { humanSize, plainText } from './plainText'

/** Back to the line's beginning, and what stands there away. */
const CLEAR = '\r\u001b[K'

/** Shows the job under way in one line of a terminal, and takes it away again. */
export class ProgressLine implements Disposable {
  private isShown = false
  private readonly subscription: Disposable

  constructor(
    private readonly terminal: Writable & { columns?: number },
    changes: Event<SessionSnapshot>,
  ) {
    this.subscription = changes((snapshot) => this.show(snapshot))
  }

  /** Takes the line away: something else is about to be printed. */
  clear(): void {
    if (this.isShown) this.terminal.write(CLEAR)
    this.isShown = false
  }

  dispose(): void {
    this.subscription.dispose()
    this.clear()
  }

  private show({ state }: SessionSnapshot): void {
    const text = state.kind === 'working' && state.job.progress !== undefined ? progressText(state.job.name, state.job.progress) : ''
    if (text === '') {
      this.clear()
      return
    }
    this.isShown = true
    this.terminal.write(CLEAR + text.slice(0, (this.terminal.columns ?? 80) - 1))
  }
}

/** `Uploading 3 files  45%  12.0K`, or what is known of that. */
export function progressText(name: string, { done, total, unit }: { done: number; total?: number | undefined; unit: string }): string {
  const amount = unit === 'bytes' ? humanSize(done) : String(done)
  const share = total === undefined || total === 0 ? '' : `  ${String(Math.floor((100 * done) / total)).padStart(3)}%`
  return `${plainText(name)}${share}  ${amount}`
}
