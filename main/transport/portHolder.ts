import { readFile, readlink } from 'node:fs/promises'
import path from 'node:path'
import { namesIn } from './namesIn'

/** Looking for the holder ends after this long: it only makes a message better. */
const SEARCH_LIMIT_MS = 300

/**
 * The name of a program that has the device open, where /proc tells (Linux; other users' programs only for root).
 * Undefined when none is found within 300 ms. `device` is the node itself, without links.
 */
export async function findPortHolder(device: string, procRoot = '/proc'): Promise<string | undefined> {
  const giveUpAt = performance.now() + SEARCH_LIMIT_MS
  for (const pid of await namesIn(procRoot)) {
    if (performance.now() > giveUpAt) return undefined
    if (!/^\d+$/.test(pid)) continue
    const folder = path.join(procRoot, pid, 'fd')
    const targets = await Promise.all((await namesIn(folder)).map((fd) => targetOf(path.join(folder, fd))))
    if (targets.includes(device)) return pid === String(process.pid) ? 'Perfboard' : await nameOfProcess(path.join(procRoot, pid))
  }
  return undefined
}

async function targetOf(link: string): Promise<string | undefined> {
  try {
    return await readlink(link)
  } catch {
    return undefined
  }
}

/** The program's name; for Python, which says nothing, the script or module that it runs (`mpremote`, `thonny`). */
async function nameOfProcess(folder: string): Promise<string | undefined> {
  const name = (await textOf(path.join(folder, 'comm')))?.trim()
  if (name?.startsWith('python') !== true) return name
  const [, ...args] = ((await textOf(path.join(folder, 'cmdline'))) ?? '').split('\0')
  const script = args.find((arg) => arg !== '' && !arg.startsWith('-'))
  return script === undefined ? name : path.parse(script).name
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}
