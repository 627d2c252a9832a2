import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'

/** Folders upwards from a device in which its USB device is looked for: a port, its interface, the device; a disk lies deeper. */
const LEVELS = 12

/** Where a link of /sys leads; undefined when it is gone. */
export async function realOf(link: string): Promise<string | undefined> {
  try {
    return await realpath(link)
  } catch {
    return undefined
  }
}

/** The trimmed text of a small file of the kernel's; undefined when it is missing or empty. */
export async function kernelText(folder: string, name: string): Promise<string | undefined> {
  try {
    const text = (await readFile(path.join(folder, name), 'utf8')).trim()
    return text === '' ? undefined : text
  } catch {
    return undefined
  }
}

/** The folder of the USB device that a port or disk of /sys belongs to. */
export async function usbDeviceAbove(device: string): Promise<string | undefined> {
  let folder = device
  for (let level = 0; level < LEVELS; level++) {
    if ((await kernelText(folder, 'idVendor')) !== undefined) return folder
    folder = path.dirname(folder)
  }
  return undefined
}
