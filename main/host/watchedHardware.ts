import type { Hardware } from '../../shared/hardware'
import type { Disposable } from '../../shared/lifecycle'
import type { BoardHardware } from '../virtual/hardware'
import type { WindowHost } from './windowHost'

/** The virtual board, as long as one window looks at it. */
export class WatchedHardware implements Disposable {
  private watching: Disposable | undefined

  constructor(
    private readonly hardware: Pick<BoardHardware, 'get' | 'onChange'>,
    private readonly host: Pick<WindowHost, 'send'>,
  ) {}

  /** What the board shows; what changes comes as events from now on. */
  watch(): Hardware {
    this.watching ??= this.hardware.onChange((change) => this.host.send('hardware.changed', { change }))
    return this.hardware.get()
  }

  unwatch(): void {
    this.watching?.dispose()
    this.watching = undefined
  }

  dispose(): void {
    this.unwatch()
  }
}
