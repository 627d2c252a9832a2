import { computerKey, type NotKept } from '../../shared/history'
import type { SyncLine } from '../../shared/sync'
import type { BoardHistory } from './boardHistory'
import type { OpenSource } from './syncSource'

/** Takes a file of the computer that a download is about to replace. Why it could not be kept, or undefined. */
export async function keepComputerFile(
  history: BoardHistory,
  folder: string,
  { path, here }: Pick<SyncLine, 'path' | 'here'>,
  source: Pick<OpenSource, 'read'>,
  signal: AbortSignal,
): Promise<NotKept | undefined> {
  const { store } = history
  if (!store.enabled || here === null) return undefined
  const { size } = here
  if (size > store.fileLimit) return { path, size, why: 'too-large' }
  let notKept: NotKept | undefined = { path, size, why: 'disk' }
  const bytes = await source.read(path, signal)
  await history.quietly(path, async () => {
    const sha256 = await store.keep(bytes)
    await store.note({ key: computerKey(folder), name: folder }, [{ path: `/${path}`, sha256, size: bytes.length, cause: 'before-save' }])
    notKept = undefined
  })
  return notKept
}
