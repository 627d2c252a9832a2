/** A file or folder of the board, as the index on the host has it. Only files have a blob. */
export interface IndexEntry {
  path: string[]
  /** Milliseconds since 1970. */
  modified: number
  /** The name of the blob with its content. */
  blob?: string
}

/** The index of the flash on the host: folders come before what is in them. */
export interface FlashIndex {
  entries: IndexEntry[]
}

/** Reads an index; throws when it isn't one. */
export function parseIndex(text: string): FlashIndex {
  const value: unknown = JSON.parse(text)
  if (!isObject(value) || !Array.isArray(value.entries)) throw new Error('The index of the flash cannot be read')
  return { entries: value.entries.map(parseEntry) }
}

/** What can still be read of a damaged index: every entry that is whole. */
export function salvageIndex(text: string): FlashIndex {
  const entries = text.match(/\{"path":\[[^\]]*\][^{}]*\}/g) ?? []
  return {
    entries: entries.flatMap((entry) => {
      try {
        return [parseEntry(JSON.parse(entry))]
      } catch {
        return [] // damaged itself
      }
    }),
  }
}

function parseEntry(value: unknown): IndexEntry {
  if (isObject(value) && typeof value.modified === 'number' && isPath(value.path)) {
    const { path, modified, blob } = value
    if (blob === undefined) return { path, modified }
    if (typeof blob === 'string' && /^\d+$/.test(blob)) return { path, modified, blob }
  }
  throw new Error('The index of the flash has an entry that cannot be read')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isPath(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string' && part !== '')
}
