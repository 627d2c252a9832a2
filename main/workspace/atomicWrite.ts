import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, unlink } from 'node:fs/promises'
import path from 'node:path'

const TEMPORARY = /^\.perfboard-[0-9a-f-]{36}\.tmp$/

/** True for the name of a file that an atomic write is making, or left behind in a crash. */
export function isTemporaryName(name: string): boolean {
  return TEMPORARY.test(name)
}

/**
 * Writes a file so that after any fault it is the old one or the new one, whole: a sibling is written, flushed to the disk and renamed over it.
 * Rejects with the system's error; the sibling is removed then.
 */
export async function writeAtomic(file: string, data: Uint8Array | string, mode = 0o666): Promise<void> {
  const folder = path.dirname(file)
  const temporary = path.join(folder, `.perfboard-${randomUUID()}.tmp`)
  const handle = await open(temporary, 'wx', mode)
  try {
    await fill(handle, data, mode)
    await rename(temporary, file)
  } catch (thrown) {
    await unlink(temporary).catch(() => undefined) // the first failure is the one to tell
    throw thrown
  }
  await flushFolder(folder)
}

async function fill(handle: FileHandle, data: Uint8Array | string, mode: number): Promise<void> {
  try {
    await handle.writeFile(data)
    // The mode given to `open` is cut by the umask; a file that is replaced keeps its own.
    if (mode !== 0o666) await handle.chmod(mode)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes the rename itself last through a power cut, on systems where a folder can be flushed. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch {
    // Some network disks refuse; the file itself is whole.
  } finally {
    await handle.close()
  }
}
