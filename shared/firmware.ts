import { z } from 'zod'

/** What the probe learned of the firmware. */
export const BoardInfo = z.object({
  /** `micropython`, `circuitpython` or what else `sys.implementation.name` says. */
  implementation: z.string(),
  /** Such as `1.27.0`. */
  version: z.string(),
  machine: z.string(),
  platform: z.string(),
  /** The folder that holds main.py: `/` or `/flash`. */
  root: z.string(),
  /** Hexadecimal; absent where the firmware has none. */
  uniqueId: z.string().optional(),
  hasHash: z.boolean(),
  hasRename: z.boolean(),
  hasFolders: z.boolean(),
})
export type BoardInfo = z.infer<typeof BoardInfo>

/** The modules that can expand compressed data while it comes: `deflate.DeflateIO`, or `DecompIO` of `zlib` or `uzlib`. */
export const InflateModule = z.enum(['deflate', 'zlib', 'uzlib'])
export type InflateModule = z.infer<typeof InflateModule>

/** How bytes travel as text: `hex` needs binascii; `plain` is hexadecimal without it. */
export const Encoding = z.enum(['base64', 'hex', 'plain'])
export type Encoding = z.infer<typeof Encoding>

/** How a board takes code: with flow control, or in pieces paced by time because its receive buffer is all there is. */
export const PasteMode = z.enum(['raw-paste', 'raw'])
export type PasteMode = z.infer<typeof PasteMode>

/** What a firmware is and can do. All of it stays as it is until another firmware is put on the board. */
export const FirmwareFacts = BoardInfo.extend({
  hasBinascii: z.boolean(),
  /** Base64 where the firmware does it fast, else hexadecimal, which takes more of the line. */
  encoding: Encoding,
  hasStatvfs: z.boolean(),
  pasteMode: PasteMode,
  /** `sys.implementation._mpy`; absent where .mpy files can't be imported, or before 1.19. See `mpyFormat`. */
  mpy: z.number().int().nonnegative().optional(),
  /** Absent where the firmware can't expand data as it comes. */
  inflate: InflateModule.optional(),
  /** True when `deflate.DeflateIO` can compress as well. */
  canDeflate: z.boolean(),
  /** True for `binascii.crc32`. */
  hasCrc32: z.boolean(),
  /** `sys.stdin.buffer` is there. Whether bytes come through it whole is shown by using it. */
  hasBinaryInput: z.boolean(),
  /** `sys.stdout.buffer` is there. */
  hasBinaryOutput: z.boolean(),
  /** True for `micropython.kbd_intr`: a program can have the byte of Ctrl-C as data. */
  hasKbdIntr: z.boolean(),
  hasThreads: z.boolean(),
  /** The functions of `os` that are there, of those that work on files. */
  osFunctions: z.array(z.string()),
  /** `sys.maxsize`, as text: it may be larger than our numbers are exact. */
  maxSize: z.string().optional(),
})
export type FirmwareFacts = z.infer<typeof FirmwareFacts>

const ARCHITECTURES = [
  '',
  'x86',
  'x64',
  'armv6',
  'armv6m',
  'armv7m',
  'armv7em',
  'armv7emsp',
  'armv7emdp',
  'xtensa',
  'xtensawin',
  'rv32imc',
  'rv64imc',
]

/** What `sys.implementation._mpy` stands for. */
export interface MpyFormat {
  /** The version of .mpy files that can be imported. */
  version: number
  /** It matters for native code only. */
  subVersion: number
  /** The name that mpy-cross calls it by; empty where native code can't be loaded, undefined for one that is not known here. */
  architecture: string | undefined
}

/** Takes `sys.implementation._mpy` apart. Source: docs.micropython.org, "MicroPython .mpy files"; four bits say the architecture. */
export function mpyFormat(value: number): MpyFormat {
  return { version: value & 0xff, subVersion: (value >> 8) & 3, architecture: ARCHITECTURES[(value >> 10) & 0xf] }
}
