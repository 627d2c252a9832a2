import { AppError } from '../../shared/errors'
import type { HardwareChange, InputsPatch, Wiring } from '../../shared/hardware'
import { t } from '../../shared/language/language'
import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { bridge } from '../bridge/bridge'
import { changedHardware, useHardware } from '../stores/hardwareStore'
import { reportFailure } from '../stores/noticesStore'

/** Keeps the store true until it is disposed, also after the connection to main was lost. */
export function watchHardware(): Disposable {
  const owned = new DisposableStore()
  let watching = true
  /** Changes that came before the answer they build on; null once that is there. */
  let early: HardwareChange[] | null = []
  let asked = 0

  const begin = (): void => {
    const request = ++asked
    early = []
    bridge()
      .request('hardware.watch', {})
      .then((hardware) => {
        if (!watching || request !== asked) return
        useHardware.setState((early ?? []).reduce(changedHardware, hardware))
        early = null
      })
      .catch((error: unknown) => {
        // A lost connection is said elsewhere, and asked again when it is back.
        if (watching && AppError.from(error).code !== 'connection-lost') reportFailure(t('The virtual board can’t be shown'), error)
      })
  }
  owned.add(
    bridge().on('hardware.changed', ({ change }) => {
      if (early === null) useHardware.setState((now) => changedHardware(now, change))
      else early.push(change)
    }),
  )
  owned.add(
    bridge().onLost((lost) => {
      if (!lost) begin()
    }),
  )
  owned.add(
    toDisposable(() => {
      watching = false
      bridge()
        .request('hardware.unwatch', {})
        .catch(() => undefined) // a window that main has lost is not told of anything anyway
    }),
  )
  begin()
  return owned
}

/** What the user did and main was not told yet, in order. */
const waiting: InputsPatch[] = []
let sending = false

/** Presses, turns or warms something on the virtual board. Turns that main has no time for are put together; presses never are. */
export function setInputs(patch: InputsPatch): void {
  useHardware.setState(({ wanted }) => ({ wanted: { ...wanted, ...patch } }))
  const last = waiting.at(-1)
  if (last === undefined || isPress(last) || isPress(patch)) waiting.push(patch)
  else Object.assign(last, patch)
  if (!sending) void sendInputs()
}

function isPress(patch: InputsPatch): boolean {
  return patch.buttonA !== undefined || patch.buttonBoot !== undefined
}

async function sendInputs(): Promise<void> {
  sending = true
  try {
    for (let inputs = waiting.shift(); inputs !== undefined; inputs = waiting.shift()) {
      await bridge().request('hardware.setInputs', { inputs })
    }
    // Main's own word may come a little later: until then it is as the user wanted it.
    useHardware.setState(({ inputs, wanted }) => ({ inputs: { ...inputs, ...wanted }, wanted: {} }))
  } catch (error) {
    waiting.length = 0
    useHardware.setState({ wanted: {} })
    reportFailure(t('The virtual board could not be changed'), error)
  } finally {
    sending = false
  }
}

/** Moves parts of the virtual board to other pins. Resolves false, with the failure shown, when they stay where they are. */
export async function wire(wiring: Wiring): Promise<boolean> {
  try {
    await bridge().request('hardware.wire', { wiring })
    useHardware.setState({ wiring })
    return true
  } catch (error) {
    reportFailure(t('The wiring could not be changed'), error)
    return false
  }
}
