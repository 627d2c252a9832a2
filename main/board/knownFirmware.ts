import type { FirmwareMemory } from '../../shared/board'
import { askFingerprint, type Firmware, probe } from '../protocol/probe'
import type { RawRepl } from '../protocol/rawRepl'

/** Where what was learned is kept from one session to the next. */
export interface FirmwareStore {
  load(): Promise<FirmwareMemory | undefined>
  save(known: FirmwareMemory): Promise<void>
}

/**
 * What the board's firmware can do: asked for once, then remembered. A board that comes back is asked only what tells its firmware from
 * others; the rest is asked again when that differs, so that what is remembered is never believed of another firmware or another board.
 */
export class KnownFirmware {
  private proven: Firmware | undefined

  constructor(
    private readonly store: FirmwareStore,
    private readonly warn: (text: string) => void,
  ) {}

  /** Another firmware, or another board, may be there: what is remembered has to be proven again. */
  doubt(): void {
    this.proven = undefined
  }

  /** Asks the board no more than it has to. Throws as `probe` does. */
  async learn(repl: RawRepl, signal: AbortSignal): Promise<Firmware> {
    if (this.proven !== undefined) return this.proven
    const known = await this.store.load()
    const { text, freeMemory } = await askFingerprint(repl, signal)
    if (text !== '' && known?.fingerprint === text) {
      this.proven = { ...known.facts, freeMemory }
    } else {
      const { freeMemory: free, ...facts } = await probe(repl, signal)
      this.proven = { ...facts, freeMemory: free }
      if (text !== '') await this.keep({ fingerprint: text, facts })
    }
    return this.proven
  }

  private async keep(known: FirmwareMemory): Promise<void> {
    try {
      await this.store.save(known)
    } catch (error) {
      // It is asked for again next time.
      this.warn(`What the firmware can do could not be kept: ${String(error)}`)
    }
  }
}
