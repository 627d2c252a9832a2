import type { Disposable } from '../lifecycle'
import type { EventName, EventPayload } from './events'
import type { Params, RequestName, Result } from './requests'

/** What a page has of the main process, whichever host carries it. */
export interface Bridge {
  /** Rejects with an AppError. */
  request<N extends RequestName>(name: N, params: Params<N>): Promise<Result<N>>
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): Disposable
  /** Calls back when the connection to main is lost (true) and found again (false). Electron never calls it. */
  onLost(listener: (lost: boolean) => void): Disposable
}

/** What the preload puts on the page's `window` as `perfboard`: plain values in, plain values out. */
export interface PreloadBridge {
  request(name: string, params: unknown): Promise<Reply>
  /** Returns its undo. */
  onEvent(listener: (name: string, payload: unknown) => void): () => void
}

/** A reply as it crosses: failures travel as data. */
export type Reply =
  | { ok: true; result: unknown }
  | { ok: false; error: { code: string; message: string; details: Record<string, string | number | boolean> } }

/** IPC channel names of the Electron host. */
export const REQUEST_CHANNEL = 'perfboard:request'
export const EVENT_CHANNEL = 'perfboard:event'
