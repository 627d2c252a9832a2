import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Clock } from '../../shared/clock'
import type { BoardSnapshot, FileVersion, HistoryBoard, HistoryFile } from '../../shared/history'
import type { Settings } from '../../shared/settings'
import { BlobStore } from './blobStore'
import { HistoryIndex } from './historyIndex'
import type { FileRecord, HistoryRecord, TreeRecord } from './historyRecord'
import { filesOf, hashesOf, snapshotsOf, treesOf, unfinishedSave, versionsOf } from './historyViews'

/** A board as the history knows it: what names it, and what people call it. */
export interface KnownBoard {
  key: string
  name: string
}

/** What is new about a file; without `sha256` it is gone. */
export type Sighting = Omit<FileRecord, 'kind' | 'at'>

/**
 * What boards held: contents by their hash, and for each board what was where and when. Contents are on the disk before a record names them,
 * so that a crash loses at most the last record. Rejects with the system's errors; whoever is in the middle of a save must not fail of them.
 */
export class HistoryStore {
  private readonly blobs: BlobStore
  private readonly index: HistoryIndex
  private readonly named = new Map<string, string>()

  constructor(
    folder: string,
    private readonly clock: Clock,
    private readonly settings: () => Settings,
  ) {
    this.blobs = new BlobStore(path.join(folder, 'contents'), clock, () => settings().historyStoreLimit * 1024 * 1024)
    this.index = new HistoryIndex(path.join(folder, 'boards'), clock)
  }

  /** False: the user switched it off. */
  get enabled(): boolean {
    return this.settings().history
  }

  /** Bytes; larger files are not kept. */
  get fileLimit(): number {
    return this.settings().historyFileLimit * 1024
  }

  keep(bytes: Uint8Array): Promise<string> {
    return this.blobs.put(bytes)
  }

  /** The size of kept contents, which count as new again; undefined when they are not there. */
  has(sha256: string): Promise<number | undefined> {
    return this.blobs.touch(sha256)
  }

  /** Undefined when the contents are not there any more. */
  read(sha256: string): Promise<Uint8Array | undefined> {
    return this.blobs.read(sha256)
  }

  used(): Promise<number> {
    return this.blobs.used()
  }

  async note(board: KnownBoard, seen: readonly Sighting[]): Promise<void> {
    const at = this.clock.now()
    await this.append(
      board,
      seen.map((sighting) => ({ kind: 'file', at, ...sighting })),
    )
  }

  /** Notes the board as it is; the same as last time is not noted again. Answers the snapshot's id. */
  async noteTree(board: KnownBoard, tree: Pick<TreeRecord, 'folder' | 'cause' | 'files' | 'folders' | 'excludes'>): Promise<string> {
    const last = treesOf(await this.index.read(board.key)).findLast(({ folder }) => folder === tree.folder)
    const facts = (each: Pick<TreeRecord, 'files' | 'folders'>): string => JSON.stringify([each.files, each.folders])
    if (last !== undefined && facts(last) === facts(tree)) return last.id
    const id = randomUUID()
    await this.append(board, [{ kind: 'tree', at: this.clock.now(), id, ...tree }])
    return id
  }

  async boards(): Promise<HistoryBoard[]> {
    const boards: HistoryBoard[] = []
    for (const records of await this.index.all()) {
      const name = records.findLast((record) => record.kind === 'name')
      if (name !== undefined) boards.push({ key: name.key, name: name.name, lastAt: records.at(-1)?.at ?? name.at })
    }
    return boards.sort((a, b) => b.lastAt - a.lastAt)
  }

  async files(key: string): Promise<HistoryFile[]> {
    const records = await this.index.read(key)
    return filesOf(records, await this.keptOf(records))
  }

  async versions(key: string, file: string): Promise<FileVersion[]> {
    const records = await this.index.read(key)
    return versionsOf(records, file, await this.keptOf(records))
  }

  async snapshots(key: string): Promise<BoardSnapshot[]> {
    const records = await this.index.read(key)
    return snapshotsOf(records, await this.keptOf(records))
  }

  async snapshot(key: string, id: string): Promise<TreeRecord | undefined> {
    return treesOf(await this.index.read(key)).find((tree) => tree.id === id)
  }

  /** What a save was about to write there and may not have finished. */
  async unfinished(key: string, file: string): Promise<FileRecord | undefined> {
    return unfinishedSave(await this.index.read(key), file)
  }

  async forget(key: string): Promise<void> {
    this.named.delete(key)
    await this.index.forget(key)
  }

  private async append({ key, name }: KnownBoard, records: HistoryRecord[]): Promise<void> {
    if (this.named.get(key) === name) {
      await this.index.append(key, records)
      return
    }
    await this.index.append(key, [{ kind: 'name', at: this.clock.now(), key, name }, ...records])
    this.named.set(key, name)
  }

  private async keptOf(records: readonly HistoryRecord[]): Promise<(sha256: string) => boolean> {
    const kept = new Set<string>()
    for (const sha256 of hashesOf(records)) if ((await this.blobs.sizeOf(sha256)) !== undefined) kept.add(sha256)
    return (sha256) => kept.has(sha256)
  }
}
