import { z } from 'zod'
import { WireError } from './errors'
import { BoardInfo, FirmwareFacts } from './firmware'
import { KeepAll, NotKept } from './history'
import { TalksLike } from './talksLike'

/** A serial port, one on the network, or the built-in board, as the picker shows it. */
export const PortInfo = z.object({
  /** What opens it: `/dev/ttyACM0`, `COM7`, `socket://host:port`, `virtual`. Unique. */
  path: z.string(),
  kind: z.enum(['virtual', 'serial', 'network']),
  /** What to call it: the board's name where known, else the product's, else the path. */
  name: z.string(),
  /** The common name of a board known by its USB ids. */
  boardName: z.string().optional(),
  manufacturer: z.string().optional(),
  /** Four hexadecimal digits, upper case. */
  vendorId: z.string().optional(),
  productId: z.string().optional(),
  serialNumber: z.string().optional(),
  /** Where it is plugged in, such as `1-4.2`. */
  location: z.string().optional(),
  /** Ports without one stand apart, below. */
  hasHardwareId: z.boolean(),
})
export type PortInfo = z.infer<typeof PortInfo>

/** Under what a board is remembered: USB ids with the serial number where there is one, else the port's path. */
export function boardKey(port: PortInfo): string {
  if (port.kind === 'virtual') return 'virtual'
  if (port.serialNumber !== undefined) return `usb:${port.vendorId ?? ''}:${port.productId ?? ''}:${port.serialNumber}`
  return `port:${port.path}`
}

/** A job's progress; `total` is absent while it is unknown. */
export const Progress = z.object({ done: z.number(), total: z.number().optional(), unit: z.enum(['bytes', 'files']) })
export type Progress = z.infer<typeof Progress>

/** A job that owns the port. `name` reads on after the board's name: `Saving main.py`. */
export const Job = z.object({
  id: z.number(),
  name: z.string(),
  progress: Progress.optional(),
  cancellable: z.boolean(),
  /** True from the cancel on, until the job has ended. */
  cancelling: z.boolean(),
  /** While the board is waited for, to be caught when it starts: when that ends. Milliseconds since 1970. */
  catchUntil: z.number().optional(),
})
export type Job = z.infer<typeof Job>

/** The user's program. `path` is set when it is a file: the place of the editor's text, not necessarily of a file on the board. */
export const Program = z.object({ name: z.string(), startedAt: z.number(), stopping: z.boolean() })
export type Program = z.infer<typeof Program>

/** One value says what a board session does now. Times are milliseconds since 1970. */
export const SessionState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed'), error: WireError.optional() }),
  z.object({ kind: z.literal('opening') }),
  z.object({ kind: z.literal('attached') }),
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('running'), program: Program }),
  z.object({ kind: z.literal('working'), job: Job }),
  z.object({
    kind: z.literal('lost'),
    since: z.number(),
    /** What was under way when the port vanished, and what became of it. */
    during: z.string().optional(),
  }),
])
export type SessionState = z.infer<typeof SessionState>

/**
 * What a transfer does about files that are there already with other contents: `refuse` fails with `exists` before anything is written,
 * naming them; `replace` and `skip` are the user's answer to that.
 */
export const ConflictChoice = z.enum(['refuse', 'replace', 'skip'])
export type ConflictChoice = z.infer<typeof ConflictChoice>

/** What a transfer did: files and bytes copied, files that were the same already, files left as they were because they differ. */
export const Transferred = z.object({
  files: z.number(),
  bytes: z.number(),
  same: z.number(),
  skipped: z.number(),
  /** Replaced versions that the history could not take. */
  notKept: z.array(NotKept).optional(),
})
export type Transferred = z.infer<typeof Transferred>

/** Bytes of a file system or of the heap. */
export const Space = z.object({ total: z.number(), free: z.number() })
export type Space = z.infer<typeof Space>

export const BoardEntry = z.object({
  name: z.string(),
  /** Absolute on the board. */
  path: z.string(),
  kind: z.enum(['file', 'folder']),
  /** Bytes; 0 for a folder. */
  size: z.number(),
})
export type BoardEntry = z.infer<typeof BoardEntry>

/** One folder of the board as last seen. */
export const BoardListing = z.object({ path: z.string(), entries: z.array(BoardEntry), listedAt: z.number() })
export type BoardListing = z.infer<typeof BoardListing>

/** What connecting does beyond opening the port. `monitor`: it is no MicroPython, and used as a serial monitor: no job touches it. */
export const Greeting = z.enum(['ask', 'prompt', 'watch', 'monitor'])
export type Greeting = z.infer<typeof Greeting>

/** What a board's firmware can do, and what it is known by. */
export const FirmwareMemory = z.object({ fingerprint: z.string().min(1), facts: FirmwareFacts })
export type FirmwareMemory = z.infer<typeof FirmwareMemory>

/** What is remembered of a board between runs of the app. */
export const BoardMemory = z.object({
  greeting: Greeting.default('ask'),
  listings: z.array(BoardListing).default([]),
  /** Whether all its files are taken into the history; absent: the user was not asked yet. */
  keepAll: KeepAll.optional(),
  /** What another version of the app has written otherwise is asked for again. */
  firmware: FirmwareMemory.optional().catch(undefined),
})
export type BoardMemory = z.infer<typeof BoardMemory>

/** A copy that an interrupted save left on the board. */
export const Leftover = z.object({
  path: z.string(),
  /** Bytes. */
  size: z.number(),
  /** The file that was to be saved, where that is known. */
  target: z.string().optional(),
  /** True: the contents are known here, so that the save can be finished. */
  canResume: z.boolean(),
})
export type Leftover = z.infer<typeof Leftover>

/** What is to become of a leftover. */
export const LeftoverRepair = z.enum(['resume', 'remove', 'keep'])
export type LeftoverRepair = z.infer<typeof LeftoverRepair>

/** A session as a window sees it. */
export const SessionSnapshot = z.object({
  id: z.string(),
  port: PortInfo,
  /** See `boardKey`. */
  boardKey: z.string(),
  state: SessionState,
  board: BoardInfo.nullable(),
  storage: Space.nullable(),
  memory: Space.nullable(),
  /** `ask` while the strip should ask; what the user chose afterwards. */
  greeting: Greeting,
  watchOnly: z.boolean(),
  canHardReset: z.boolean(),
  /** True once anything was sent to the board since its port was opened. */
  hasSent: z.boolean().optional(),
  /** True when a Ctrl-C was not seen within its limit: the hard reset is offered. */
  interruptIgnored: z.boolean(),
  /** What was tried in vain to get the prompt, in words; absent or null while the board answers, or nothing was tried. */
  unanswered: z.string().nullable().optional(),
  /** The rung of the ladder to the prompt that is tried now, in words; absent or null while none is. */
  trying: z.string().nullable().optional(),
  /** What the port seems to be instead of MicroPython; absent or null while nothing speaks against that. */
  talksLike: TalksLike.nullable().optional(),
  /** What interrupted saves left in the folders listed so far, and nobody decided about. */
  leftovers: z.array(Leftover).optional(),
})
export type SessionSnapshot = z.infer<typeof SessionSnapshot>

/** What a job that needs the prompt may do to a program that runs: refuse to start, stop it, or stop it and start it again afterwards. */
export const StopChoice = z.enum(['refuse', 'stop', 'restart'])
export type StopChoice = z.infer<typeof StopChoice>

/** How a program ended. */
export const RunOutcome = z.object({
  kind: z.enum(['ended', 'stopped', 'error', 'lost']),
  seconds: z.number(),
  /** The board's own traceback, when kind is `error`. */
  traceback: z.string().optional(),
})
export type RunOutcome = z.infer<typeof RunOutcome>

/** What a save proved. `proven` is false when the firmware can't hash. */
export const SaveResult = z.object({
  path: z.string(),
  size: z.number(),
  sha256: z.string(),
  proven: z.boolean(),
  /** Set when the version that was replaced could not be taken into the history. */
  notKept: NotKept.optional(),
})
export type SaveResult = z.infer<typeof SaveResult>

/** A part of what the terminal shows, in order: the board's bytes, a line of ours, or a gap. */
export const OutputItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bytes'), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  z.object({
    kind: z.literal('marker'),
    text: z.string(),
    tone: z.enum(['info', 'ok', 'warn', 'error']),
    /** What begins here: the output of a run of its own. */
    starts: z.literal('run').optional(),
  }),
  z.object({ kind: z.literal('skipped'), lines: z.number() }),
])
export type OutputItem = z.infer<typeof OutputItem>
