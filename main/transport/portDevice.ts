import { realpath, stat } from 'node:fs/promises'

/** Which device node a port's path led to when it was opened. */
export interface DeviceIdentity {
  /** The node itself, with links such as /dev/serial/by-id/... resolved. */
  realPath: string
  rdev: number
  inode: number
}

/** What the path leads to now; rejects with the system's error. Unix only: Windows has no node to look at. */
export async function identifyDevice(path: string): Promise<DeviceIdentity> {
  const real = await realpath(path)
  const facts = await stat(real)
  return { realPath: real, rdev: facts.rdev, inode: facts.ino }
}

/** True when the node that was opened is no longer there, or is another device. A node that can't be looked at counts as there. */
export async function deviceVanished(opened: DeviceIdentity): Promise<boolean> {
  try {
    const facts = await stat(opened.realPath)
    return facts.rdev !== opened.rdev || facts.ino !== opened.inode
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENODEV' || code === 'ENXIO'
  }
}
