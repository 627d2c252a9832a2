import fs from 'node:fs'
import path from 'node:path'
import { parseIndex } from '../../../main/virtual/flashIndex'
import type { BoardTree } from './operation'

const INDEX = 'index.json'
const BLOBS = 'files'

/** Gives a board without power these files, and no others. */
export function fillStorage(folder: string, tree: BoardTree): void {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(path.join(folder, BLOBS), { recursive: true })
  let blobs = 0
  const entries = [...tree].map(([file, bytes]) => {
    const entry = { path: file.slice(1).split('/'), modified: 0 }
    if (bytes === null) return entry
    const blob = String((blobs += 1))
    fs.writeFileSync(path.join(folder, BLOBS, blob), bytes)
    return { ...entry, blob }
  })
  fs.writeFileSync(path.join(folder, INDEX), JSON.stringify({ entries }))
}

/** What would be left if the board lost its power now: read from its storage on this computer, past everything that talks to it. */
export function readStorage(folder: string): BoardTree {
  const { entries } = parseIndex(fs.readFileSync(path.join(folder, INDEX), 'utf8'))
  return new Map(
    entries.map(({ path: parts, blob }) => [
      `/${parts.join('/')}`,
      blob === undefined ? null : new Uint8Array(fs.readFileSync(path.join(folder, BLOBS, blob))),
    ]),
  )
}
