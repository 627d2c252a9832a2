import { MAX_BOARD_PATH, isBoardPath, isEntryName } from '../../shared/boardPath'
import { hexBytes } from './boardAnswer'

/** The name, sent in hexadecimal, that an entry of a folder has; undefined for one that no entry can have. */
export function entryNameOf(field: string | undefined): string | undefined {
  const name = textOf(field)
  return name !== undefined && isEntryName(name) ? name : undefined
}

/** The path, sent in hexadecimal; undefined for one that is none. */
export function entryPathOf(field: string | undefined): string | undefined {
  const path = textOf(field)
  return path !== undefined && isBoardPath(path) ? path : undefined
}

function textOf(field: string | undefined): string | undefined {
  const bytes = hexBytes(field)
  if (bytes === undefined || bytes.length > MAX_BOARD_PATH) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined // not UTF-8
  }
}
