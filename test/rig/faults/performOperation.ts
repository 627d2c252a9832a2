import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { BoardSession } from '../../../main/board/boardSession'
import { sha256Of } from '../../../main/protocol/fileReading'
import { AppError } from '../../../shared/errors'
import type { BoardTree, Operation } from './operation'

/** The computer's folder of a sync. */
const PROJECT = 'project'

/** Puts what an upload or a sync takes on the computer's disk; to be done before the faults begin. */
export async function prepareDesk(operation: Operation, desk: string): Promise<void> {
  if (operation.kind !== 'upload' && operation.kind !== 'sync') return
  for (const { path: name, bytes } of operation.files) {
    const file = path.join(desk, operation.kind === 'upload' ? operation.folder : PROJECT, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
}

/** Asks the session for it, as a user would. Answers what was claimed to have been done or read, and rejects as the session does. */
export async function perform(session: BoardSession, operation: Operation, before: BoardTree, desk: string): Promise<Claim> {
  switch (operation.kind) {
    case 'save': {
      const old = before.get(operation.path)
      const expected = operation.isExpected && old instanceof Uint8Array ? sha256Of(old) : undefined
      const { sha256, size } = await session.writeFile(operation.path, operation.bytes, 'stop', expected)
      return { saved: { sha256, size } }
    }
    case 'upload':
      return { files: (await session.upload([path.join(desk, operation.folder)], '/', 'stop', 'replace')).files }
    case 'sync': {
      const { sync } = session.files
      const plan = await sync.planFolder(path.join(desk, PROJECT), operation.to, 'mirror', 'stop')
      const { ended, error, left } = await sync.carryOut(plan.id, [], 'stop')
      const problem = error ?? left.find((each) => each.error !== undefined)?.error
      if (problem !== undefined) throw AppError.fromWire(problem)
      if (ended !== 'done' || left.length > 0) throw new AppError('cancelled', `${ended}, ${left.length} left`)
      return {}
    }
    case 'download':
      await session.download([operation.path], desk, 'stop', 'replace')
      return {}
    case 'read':
      return { read: await session.readFile(operation.path, 'stop') }
    case 'rename':
      await session.rename(operation.from, operation.to, 'stop')
      return {}
    case 'remove':
      await session.remove(operation.paths, 'stop')
      return {}
    case 'makeFolder':
      await session.makeFolder(operation.path, 'stop')
      return {}
  }
}

/** What was said to have been done. */
export interface Claim {
  saved?: { sha256: string; size: number }
  files?: number
  read?: Uint8Array
}

/** The files of a folder of the computer, by their paths below it. */
export async function readDesk(desk: string): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const entry of await readdir(desk, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isFile()) found.set(path.relative(desk, file), new Uint8Array(await readFile(file)))
  }
  return found
}
