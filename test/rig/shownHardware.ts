import type { Hardware, PinState } from '../../shared/hardware'
import type { BoardHardware } from '../../main/virtual/hardware'

const LIMIT_MS = 8_000

/** Waits until the Board view shows what is wanted, as a window would see it; returns all of it. */
export async function untilShown(hardware: BoardHardware, wanted: (shown: Hardware) => boolean): Promise<Hardware> {
  return await new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      listening.dispose()
    }
    const look = (): void => {
      const shown = hardware.get()
      if (!wanted(shown)) return
      stop()
      resolve(shown)
    }
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`The Board view shows only ${JSON.stringify(hardware.get().state.pins.filter(({ use }) => use !== 'none'))}`))
    }, LIMIT_MS)
    const listening = hardware.onChange(() => setImmediate(look))
    setImmediate(look)
  })
}

/** Likewise for one pin. */
export async function untilPin(hardware: BoardHardware, id: number, wanted: Partial<PinState>): Promise<PinState> {
  const fits = (pin: PinState | undefined): boolean =>
    pin !== undefined && Object.entries(wanted).every(([key, value]) => pin[key as keyof PinState] === value)
  const { state } = await untilShown(hardware, (shown) => fits(shown.state.pins[id]))
  return state.pins[id] as PinState
}

/** The pin as the Board view shows it now. */
export function shownPin({ hardware }: { hardware: BoardHardware }, id: number): PinState | undefined {
  return hardware.get().state.pins[id]
}
