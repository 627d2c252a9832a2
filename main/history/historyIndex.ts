import { createHash } from 'node:crypto'
import { mkdir, open, readFile, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../../shared/clock'
import { HistoryRecord } from './historyRecord'

/**
 * What happened to each board's files: a folder for each board, in it a file a month, in it a line for each record. Lines are only ever
 * appended, each in one write that begins with a line feed, so that one which a crash cut off spoils itself alone.
 */
export class HistoryIndex {
  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the records are on the disk. */
  async append(key: string, records: readonly HistoryRecord[]): Promise<void> {
    if (records.length === 0) return
    const folder = this.pathOf(key)
    await mkdir(folder, { recursive: true })
    const month = new Date(this.clock.now()).toISOString().slice(0, 7)
    const handle = await open(path.join(folder, `${month}.jsonl`), 'a')
    try {
      await handle.write(records.map((record) => `\n${JSON.stringify(record)}\n`).join(''))
      await handle.datasync()
    } finally {
      await handle.close()
    }
  }

  /** A board's records in the order of their times. Lines that can't be understood are passed over. */
  async read(key: string): Promise<HistoryRecord[]> {
    return await recordsIn(this.pathOf(key))
  }

  /** The records of every board. */
  async all(): Promise<HistoryRecord[][]> {
    const boards: HistoryRecord[][] = []
    for (const name of await namesIn(this.folder)) boards.push(await recordsIn(path.join(this.folder, name)))
    return boards
  }

  async forget(key: string): Promise<void> {
    await rm(this.pathOf(key), { recursive: true, force: true })
  }

  /** Keys come from boards: a folder's name is the key's hash. */
  private pathOf(key: string): string {
    return path.join(this.folder, createHash('sha256').update(key).digest('hex').slice(0, 32))
  }
}

async function recordsIn(folder: string): Promise<HistoryRecord[]> {
  const records: HistoryRecord[] = []
  for (const name of (await namesIn(folder)).filter((each) => each.endsWith('.jsonl'))) {
    for (const line of (await readFile(path.join(folder, name), 'utf8')).split('\n')) {
      const record = line === '' ? undefined : parseRecord(line)
      if (record !== undefined) records.push(record)
    }
  }
  return records.sort((a, b) => a.at - b.at)
}

function parseRecord(line: string): HistoryRecord | undefined {
  try {
    return HistoryRecord.parse(JSON.parse(line))
  } catch {
    return undefined // cut off by a crash, or of a later version
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw thrown
  }
}
