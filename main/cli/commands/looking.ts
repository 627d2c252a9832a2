import type { BoardEntry } from '../../../shared/board'
import { baseName } from '../../../shared/boardPath'
import { AppError } from '../../../shared/errors'
import { t, text } from '../../../shared/language/language'
import { sortEntries } from '../../board/listings'
import type { BoardFiles } from '../../protocol/boardFiles'
import type { BoardCommand } from '../command'
import { EXIT } from '../exitCodes'
import { humanSize } from '../plainText'
import { asTree, branches, type TreeNode } from '../treeLines'

/** `ls`: one level of a folder, or one file. */
export const ls: BoardCommand = {
  kind: 'board',
  name: 'ls',
  usage: '[PATH...]',
  summary: text('List a folder: sizes and names'),
  words: [0, 100],
  hasJson: true,
  stopsProgram: true,
  async run({ board, words, output, json }) {
    const paths = await board.paths(words.length === 0 ? [''] : words)
    const listings = await board.job(t('Listing {{path}}', { path: paths[0] ?? '' }), async ({ files, signal }) => {
      const found: { path: string; entries: BoardEntry[] }[] = []
      for (const path of paths) {
        signal.throwIfAborted()
        found.push({ path, entries: await entriesAt(files, path) })
      }
      return found
    })
    if (json) output.json(listings.length === 1 ? listings[0]?.entries : listings)
    else {
      for (const { path, entries } of listings) {
        if (listings.length > 1) output.line(`:${path}`)
        for (const { size, name, kind } of entries) output.line(`${String(size).padStart(12)} ${name}${kind === 'folder' ? '/' : ''}`)
      }
    }
    return EXIT.ok
  },
}

/** `tree`: everything below a folder. */
export const tree: BoardCommand = {
  kind: 'board',
  name: 'tree',
  usage: '[-s] [-h] [PATH...]',
  summary: text('Show a folder with all that is below it'),
  options: {
    size: { type: 'boolean', short: 's', help: text('With the sizes of files') },
    human: { type: 'boolean', short: 'h', help: text('With sizes such as 12.1K') },
  },
  words: [0, 100],
  hasJson: true,
  stopsProgram: true,
  async run({ board, words, output, json, has }) {
    const paths = await board.paths(words.length === 0 ? [''] : words)
    const trees = await board.job(t('Listing {{path}}', { path: paths[0] ?? '' }), async ({ files, signal }) => {
      const found: TreeNode[] = []
      for (const path of paths) found.push(await nodeAt(files, path, signal))
      return found
    })
    if (json) {
      output.json(trees.length === 1 ? trees[0] : trees)
      return EXIT.ok
    }
    const sizeOf = has('human') ? (size: number) => humanSize(size).padStart(6) : (size: number) => String(size).padStart(9)
    for (const node of trees) {
      output.line(`:${node.path}`)
      for (const line of branches(node, has('size') || has('human') ? sizeOf : undefined)) output.line(line)
    }
    return EXIT.ok
  },
}

/** `df`: size and free space of the file systems that hold the paths. */
export const df: BoardCommand = {
  kind: 'board',
  name: 'df',
  usage: '[PATH...]',
  summary: text('Show the space of the board’s storage'),
  words: [0, 100],
  hasJson: true,
  stopsProgram: true,
  async run({ board, words, output, json }) {
    const paths = await board.paths(words.length === 0 ? [''] : words)
    const spaces = await board.job(t('Looking at the storage'), async ({ files }) => {
      const found: { path: string; size: number; used: number; free: number }[] = []
      for (const path of paths) {
        const space = await files.storage(path)
        if (space === null) throw new AppError('not-available', t('This firmware doesn’t tell the space of its storage'))
        found.push({ path, size: space.total, used: space.total - space.free, free: space.free })
      }
      return found
    })
    if (json) {
      output.json(spaces)
      return EXIT.ok
    }
    output.line(`${'size'.padStart(12)} ${'used'.padStart(12)} ${'free'.padStart(12)} use% path`)
    for (const { path, size, used, free } of spaces) {
      const share = `${Math.ceil((100 * used) / Math.max(1, size))}%`
      output.line(`${String(size).padStart(12)} ${String(used).padStart(12)} ${String(free).padStart(12)} ${share.padStart(4)} ${path}`)
    }
    return EXIT.ok
  },
}

async function entriesAt(files: BoardFiles, path: string): Promise<BoardEntry[]> {
  const found = await files.stat(path)
  if (found === null) throw new AppError('not-found', t('{{path}} is not on the board', { path }), { path })
  if (found.kind === 'file') return [{ name: baseName(path), path, ...found }]
  return sortEntries(await files.list(path))
}

async function nodeAt(files: BoardFiles, path: string, signal: AbortSignal): Promise<TreeNode> {
  const found = await files.stat(path)
  if (found === null) throw new AppError('not-found', t('{{path}} is not on the board', { path }), { path })
  const top: TreeNode = { name: baseName(path), path, ...found }
  return found.kind === 'file' ? top : asTree(top, await files.listTree(path, { hashes: false, signal }))
}
