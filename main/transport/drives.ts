import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { deviceText } from './deviceText'
import { namesIn } from './namesIn'

/** A drive that may be a bootloader's. */
export interface Drive {
  /** What the system's file manager calls it. */
  name: string
  folder: string
  /** Linux: the kernel's number of the disk, such as `8:1`. */
  device?: string
}

/** Where drives are looked up; injected by tests. */
export interface DriveSources {
  platform?: NodeJS.Platform
  procRoot?: string
  /** macOS: where drives are mounted. */
  volumesRoot?: string
  /** Windows: what stands before a drive's letter. */
  letterRoot?: string
}

/** A bootloader's drive is always one of these; network drives, which may hang, are never touched. */
const FAT = new Set(['vfat', 'msdos', 'fat'])
/** Windows: A and B are floppies, C is the system's own. */
const LETTERS = 'DEFGHIJKLMNOPQRSTUVWXYZ'.split('')

/** The drives that may be a bootloader's; nothing on them is read. Linux: mounted FAT disks. macOS: all volumes. Windows: all letters from D on. */
export async function listDrives({ platform = process.platform, ...sources }: DriveSources = {}): Promise<Drive[]> {
  const { procRoot = '/proc', volumesRoot = '/Volumes', letterRoot = '' } = sources
  if (platform === 'win32') return LETTERS.map((letter) => ({ name: `${letter}:`, folder: `${letterRoot}${letter}:\\` }))
  if (platform === 'darwin') {
    return (await namesIn(volumesRoot)).map((name) => ({ name: deviceText(name) ?? name, folder: path.join(volumesRoot, name) }))
  }
  return fatMounts(await mountTable(procRoot))
}

/** The mounted FAT disks in a table such as /proc/self/mountinfo (documented in proc(5)), each disk once. */
export function fatMounts(table: string): Drive[] {
  const drives = new Map<string, Drive>()
  for (const line of table.split('\n')) {
    const [facts = '', system = ''] = line.split(' - ')
    const [, , device, root, mountPoint] = facts.split(' ')
    const [type] = system.split(' ')
    if (device === undefined || mountPoint === undefined || type === undefined || root !== '/' || !FAT.has(type)) continue
    const folder = unescaped(mountPoint)
    if (!drives.has(device)) drives.set(device, { name: deviceText(path.basename(folder)) ?? folder, folder, device })
  }
  return [...drives.values()]
}

/** The kernel writes blanks, tabs, newlines and backslashes as octal numbers. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
}

/** Linux' table of what is mounted; empty where there is none. */
export async function mountTable(procRoot: string): Promise<string> {
  try {
    return await readFile(path.join(procRoot, 'self/mountinfo'), 'utf8')
  } catch {
    return ''
  }
}
