import { lstat, open } from 'node:fs/promises'
import path from 'node:path'
import type { BoardFamily } from '../../shared/waitingBoard'
import { deviceText } from './deviceText'

/** What a bootloader's drive says of the board behind it. */
export interface BootDrive {
  name: string
  family: BoardFamily
  /** True for the drive that takes firmware for the USB chip of the board. */
  isMaintenance: boolean
}

/** The file of every UF2 bootloader (Microsoft's UF2 specification), and that of DAPLink's. */
const UF2_INFO = 'INFO_UF2.TXT'
const DAPLINK_INFO = 'DETAILS.TXT'
/** Both are a few lines; the rest of a longer file is not read. */
const MOST_READ = 4_096
const NAME_LENGTH = 60

/** Board-ID, or else Model, by family. Other chips with such a drive get their firmware by it too, whatever their family does else. */
const FAMILIES: readonly (readonly [RegExp, BoardFamily])[] = [
  [/RP2040|RPI-RP2|RP2350/i, 'rp2'],
  [/nRF5/i, 'nrf'],
  [/SAM[DE]\d|ATSAM/i, 'samd'],
]

/** The chip's own bootloader names itself, not the board. */
const NAMES: Readonly<Record<string, string>> = { 'RPI-RP2': 'Pico (RP2040)', RP2350: 'Pico 2 (RP2350)' }

/** Reads what the drive in this folder says of itself; undefined when it is no bootloader's, or is gone meanwhile. At most 4 KB are read. */
export async function readBootDrive(folder: string): Promise<BootDrive | undefined> {
  const uf2 = await beginningOf(path.join(folder, UF2_INFO))
  if (uf2 !== undefined) return uf2Drive(uf2)
  const daplink = await beginningOf(path.join(folder, DAPLINK_INFO))
  return daplink === undefined ? undefined : daplinkDrive(daplink)
}

/** Understands an INFO_UF2.TXT; undefined for text that is none. */
export function uf2Drive(text: string): BootDrive | undefined {
  if (!/^(\S+ )?UF2 Bootloader/im.test(text) && fieldOf(text, 'Board-ID') === undefined) return undefined
  const boardId = fieldOf(text, 'Board-ID') ?? ''
  const model = fieldOf(text, 'Model') ?? ''
  const family = FAMILIES.find(([pattern]) => pattern.test(boardId))?.[1] ?? FAMILIES.find(([pattern]) => pattern.test(model))?.[1] ?? 'uf2'
  const known = Object.hasOwn(NAMES, boardId) ? NAMES[boardId] : undefined
  return { name: known ?? (model || boardId || 'UF2'), family, isMaintenance: false }
}

/** Understands the DETAILS.TXT of a DAPLink chip in its own bootloader; undefined while it serves the board as usual. */
export function daplinkDrive(text: string): BootDrive | undefined {
  if (!/^Daplink Mode: *Bootloader *$/im.test(text)) return undefined
  return { name: 'micro:bit', family: 'microbit', isMaintenance: true }
}

function fieldOf(text: string, name: string): string | undefined {
  const line = text.split(/[\r\n]+/).find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return deviceText(line?.slice(name.length + 1), NAME_LENGTH)
}

async function beginningOf(file: string): Promise<string | undefined> {
  try {
    // A pipe or a link in the place of the file would lead elsewhere, or never end.
    if (!(await lstat(file)).isFile()) return undefined
    const handle = await open(file, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(MOST_READ), 0, MOST_READ, 0)
      return new TextDecoder().decode(buffer.subarray(0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch {
    return undefined // not there, or pulled out meanwhile
  }
}
