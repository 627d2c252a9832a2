import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { BoardSession } from '../../main/board/boardSession'
import { Chance } from './faults/chance'

/** Text that does not compress well, so that it takes its time on the way. */
export function longText(seed: number, length: number): string {
  return Buffer.from(new Chance(seed).bytes(Math.ceil((length * 3) / 4)))
    .toString('base64')
    .slice(0, length)
}

/** Files by their paths below a folder, parts joined by `/`. */
export type Files = Record<string, string>

/** Writes files below a folder of the computer, with the folders that they need. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [below, text] of Object.entries(files)) {
    const full = path.join(folder, below)
    await mkdir(path.dirname(full), { recursive: true })
    await writeFile(full, text)
  }
}

/** All files below a folder of the computer. */
export async function readFiles(folder: string): Promise<Files> {
  const files: Files = {}
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const full = path.join(entry.parentPath, entry.name)
    files[path.relative(folder, full).split(path.sep).join('/')] = await readFile(full, 'utf8')
  }
  return files
}

export async function removeFile(folder: string, below: string): Promise<void> {
  await rm(path.join(folder, below))
}

/** Saves files on the board by a program, as the user's own would; so that no history knows of it. */
export async function putOnBoard(session: BoardSession, files: Files): Promise<void> {
  const lines = ['import os']
  const made = new Set<string>()
  for (const [name, text] of Object.entries(files)) {
    for (let at = name.indexOf('/', 1); at !== -1; at = name.indexOf('/', at + 1)) made.add(name.slice(0, at))
    lines.push(`with open(${JSON.stringify(name)}, "w") as f:`, `  f.write(${JSON.stringify(text)})`)
  }
  lines.splice(1, 0, ...[...made].flatMap((folder) => ['try:', `  os.mkdir(${JSON.stringify(folder)})`, 'except OSError:', '  pass']))
  await session.run('put.py', lines.join('\n'), 'refuse')
}

/** All files of the board, by absolute path. */
export async function boardFiles(session: BoardSession, folder = '/'): Promise<Files> {
  const files: Files = {}
  for (const { path: at, kind } of (await session.list(folder, 'refuse')).entries) {
    if (kind === 'folder') Object.assign(files, await boardFiles(session, at))
    else files[at] = new TextDecoder().decode(await session.readFile(at, 'refuse'))
  }
  return files
}
