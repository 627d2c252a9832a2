import type { BoardSnapshot, FileVersion, HistoryFile } from '../../shared/history'
import type { FileRecord, HistoryRecord, TreeRecord } from './historyRecord'

/** What is known of a file at one time, from whichever record. */
type Sighting = Pick<FileRecord, 'at' | 'sha256' | 'size' | 'cause'>

/** The states of one file, the latest first; a row of the same contents is one. `isKept` says whose contents are still there. */
export function versionsOf(records: readonly HistoryRecord[], path: string, isKept: (sha256: string) => boolean): FileVersion[] {
  const versions: FileVersion[] = []
  let now: FileVersion | undefined
  for (const { sha256, at, size, cause } of sightings(records).get(path) ?? []) {
    if (sha256 === undefined) {
      now = undefined
      continue
    }
    if (now?.sha256 === sha256) {
      now.until = at
      continue
    }
    now = { path, sha256, size, at, until: at, cause, kept: isKept(sha256) }
    versions.push(now)
  }
  return versions.reverse()
}

/** Every file that was ever seen, by path. */
export function filesOf(records: readonly HistoryRecord[], isKept: (sha256: string) => boolean): HistoryFile[] {
  return [...sightings(records)]
    .map(([path, seen]) => {
      const last = seen.at(-1)
      const contents = new Set(seen.map(({ sha256 }) => sha256).filter((sha256) => sha256 !== undefined && isKept(sha256)))
      return { path, versions: contents.size, lastAt: last?.at ?? 0, deleted: last?.sha256 === undefined }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The board as it was, the latest first. */
export function snapshotsOf(records: readonly HistoryRecord[], isKept: (sha256: string) => boolean): BoardSnapshot[] {
  return treesOf(records)
    .map(({ id, at, folder, cause, files }) => ({
      id,
      at,
      folder,
      cause,
      files: files.length,
      bytes: files.reduce((sum, { size }) => sum + size, 0),
      missing: files.filter(({ sha256 }) => !isKept(sha256)).length,
    }))
    .reverse()
}

/** The tree records, the earliest first. */
export function treesOf(records: readonly HistoryRecord[]): TreeRecord[] {
  return records.filter((record) => record.kind === 'tree')
}

/** Every hash that the records name. */
export function hashesOf(records: readonly HistoryRecord[]): Set<string> {
  const found = new Set<string>()
  for (const record of records) {
    if (record.kind === 'file' && record.sha256 !== undefined) found.add(record.sha256)
    if (record.kind === 'tree') for (const { sha256 } of record.files) found.add(sha256)
  }
  return found
}

/** What a save was about to write to the path last, unless it is known to have arrived. */
export function unfinishedSave(records: readonly HistoryRecord[], path: string): FileRecord | undefined {
  const last = records.filter((record) => record.kind === 'file').findLast((record) => record.path === path)
  return last?.cause === 'sent' ? last : undefined
}

function sightings(records: readonly HistoryRecord[]): Map<string, Sighting[]> {
  const found = new Map<string, Sighting[]>()
  const add = (path: string, sighting: Sighting): void => {
    const seen = found.get(path)
    if (seen === undefined) found.set(path, [sighting])
    else seen.push(sighting)
  }
  for (const record of records) {
    // What was only about to be written is no state of the file.
    if (record.kind === 'file' && record.cause !== 'sent') add(record.path, record)
    if (record.kind === 'tree') for (const { path, sha256, size } of record.files) add(path, { at: record.at, sha256, size, cause: 'seen' })
  }
  return found
}
