import { ask, count, lineOf } from './boardAnswer'
import { statScript } from './boardScripts'
import type { Firmware } from './probe'
import type { RawRepl } from './rawRepl'

/** What stands at a path; null when nothing is there. Throws what the board's error stands for. */
export async function statOnBoard(
  repl: RawRepl,
  firmware: Firmware,
  path: string,
): Promise<{ kind: 'file' | 'folder'; size: number } | null> {
  if (path === '/' || path === firmware.root) return { kind: 'folder', size: 0 }
  const lines = await ask(repl, statScript(path, firmware.hasFolders), { path, platform: firmware.platform, hasCrc32: firmware.hasCrc32 })
  if (lineOf(lines, 'N') !== undefined) return null
  const line = lineOf(lines, 'T')
  const kind = count(line, 0) === 1 ? 'folder' : 'file'
  return { kind, size: kind === 'folder' ? 0 : count(line, 1) }
}
