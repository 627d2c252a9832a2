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
  await replaceWhole(file, mode, (handle) => handle.writeFile(data))
}

/** The same for what comes piece by piece: `fill` is given what writes the next one. */
export async function writeAtomicInPieces(
  file: string,
  fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  await replaceWhole(file, 0o666, (handle) => fill((bytes) => handle.writeFile(bytes)))
}

async function replaceWhole(file: string, mode: number, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
  const folder = path.dirname(file)
  const temporary = path.join(folder, `.perfboard-${randomUUID()}.tmp`)
  const handle = await open(temporary, 'wx', mode)
  try {
    await fillAndClose(handle, fill, mode)
    await rename(temporary, file)
  } catch (thrown) {
    await unlink(temporary).catch(() => undefined) // the first failure is the one to tell
    throw thrown
  }
  await flushFolder(folder)
}

async function fillAndClose(handle: FileHandle, fill: (handle: FileHandle) => Promise<void>, mode: number): Promise<void> {
  try {
    await fill(handle)
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
