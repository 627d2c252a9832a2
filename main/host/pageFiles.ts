import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { spokenLanguage } from '../../shared/language/language'
import { inLanguage } from './pageLanguage'

const TYPES: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** A file of the page, ready to be sent. */
export interface PageFile {
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Where a URL's path (as it stands in the URL, still escaped) leads below `root`; null for what leads out of it, hides a separator or
 * names a kind of file that the page does not have.
 */
export function locatePageFile(root: string, urlPath: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (!decoded.startsWith('/') || /[\\\u0000-\u001f:]/.test(decoded)) return null
  const parts = decoded.slice(1).split('/')
  if (parts.some((part) => part.startsWith('.'))) return null
  const file = path.join(root, ...(decoded === '/' ? ['index.html'] : parts))
  return TYPES[path.extname(file).toLowerCase()] === undefined ? null : file
}

/** Reads a file of the page, HTML in the language that is spoken; null when there is none. */
export async function readPageFile(root: string, urlPath: string): Promise<PageFile | null> {
  const file = locatePageFile(root, urlPath)
  if (file === null) return null
  try {
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
    if (path.extname(file) === '.html')
      return { type, bytes: new TextEncoder().encode(inLanguage(await readFile(file, 'utf8'), spokenLanguage())) }
    return { type, bytes: new Uint8Array(await readFile(file)) }
  } catch {
    return null // whatever keeps it from being read, the page does not have it
  }
}
