import type { EventName, EventPayload } from '../../shared/contract/events'

/** The system's own dialogs for files and folders. Each resolves to null when the user called it off. */
export interface Dialogs {
  chooseFolder(): Promise<string | null>
  chooseFile(): Promise<string | null>
  chooseSave(name: string): Promise<string | null>
}

/** One window, whichever host carries it: an Electron window, or a page that came over a WebSocket. */
export interface WindowHost {
  readonly kind: 'electron' | 'serve'
  /** Reports an event to the page. Events to a page that is gone are dropped. */
  send<N extends EventName>(name: N, payload: EventPayload<N>): void
  /** Null where there are none: the page browses the disk itself. */
  readonly dialogs: Dialogs | null
  /** True while assistive technology is known to be in use; changes are reported by `app.assistiveTechnology`. */
  readonly assistiveTechnology: boolean
  /** Shows a folder in the system's file manager; null where there is none. */
  readonly reveal: ((folder: string) => Promise<void>) | null
  /** The page has kept its unsaved text and may be closed. */
  readyToClose(): void
}
