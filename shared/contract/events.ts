import { z } from 'zod'
import { OutputItem, PortInfo, SessionSnapshot } from '../board'
import { HardwareChange } from '../hardware'
import { LogEntry } from '../log'
import { Settings } from '../settings'
import { WaitingBoard } from '../waitingBoard'

/** Every event that main reports to windows, once. Events only report what is so. */
export const events = {
  'ports.changed': z.object({ ports: z.array(PortInfo) }),
  'ports.waitingChanged': z.object({ boards: z.array(WaitingBoard) }),
  'session.changed': z.object({ session: SessionSnapshot }),
  'session.removed': z.object({ session: z.string() }),
  /** Output of a followed session, at most once a frame. `seq` is acknowledged when it has been drawn. */
  'session.output': z.object({ session: z.string(), seq: z.number(), items: z.array(OutputItem) }),
  /** A folder's listing on the board is newer than what the window has. */
  'board.listed': z.object({ session: z.string(), path: z.string() }),
  /** The virtual board shows something else than before, at most once a frame; only for windows that watch it. */
  'hardware.changed': z.object({ change: HardwareChange }),
  'settings.changed': z.object({ settings: Settings }),
  /** Something in a listed folder of the computer changed. */
  'workspace.changed': z.object({ path: z.string() }),
  'log.added': z.object({ entry: LogEntry }),
  /** The native menu asks for a command by its id. */
  'menu.command': z.object({ command: z.string() }),
  /** A screen reader or the like was started or ended. */
  'app.assistiveTechnology': z.object({ on: z.boolean() }),
  /** The window is about to close: put unsaved text into the journal, then request `app.readyToClose`. */
  'app.closing': z.object({}),
}

export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<N extends EventName> = z.output<Events[N]>

/** True for the name of an event. */
export function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name)
}
