import { baseName, isWithin, joinBoardPath } from '../../../shared/boardPath'
import { AppError } from '../../../shared/errors'
import { t, text } from '../../../shared/language/language'
import type { BoardJob } from '../../board/jobRunner'
import { meansFolder } from '../boardWords'
import type { BoardCommand } from '../command'
import { EXIT } from '../exitCodes'
import { tellNotKept } from '../notKept'

/** `mkdir`: makes folders. */
export const mkdir: BoardCommand = {
  kind: 'board',
  name: 'mkdir',
  usage: 'PATH...',
  summary: text('Make folders'),
  words: [1, 1_000],
  stopsProgram: true,
  async run({ board, words }) {
    for (const path of await board.paths(words)) await board.session.makeFolder(path, board.stop)
    return EXIT.ok
  },
}

/** `rmdir`: removes folders that are empty. */
export const rmdir: BoardCommand = {
  kind: 'board',
  name: 'rmdir',
  usage: 'PATH...',
  summary: text('Remove empty folders'),
  words: [1, 1_000],
  stopsProgram: true,
  async run({ board, words }) {
    const paths = await board.paths(words)
    await board.job(t('Deleting {{name}}', { name: paths[0] ?? '' }), async (job) => {
      for (const path of paths) {
        if ((await kindOf(job, path)) === 'file') throw new AppError('not-a-folder', t('{{path}} is not a folder', { path }), { path })
        // Counted, not listed: a name that can't be shown is there all the same.
        const { files, folders } = await job.files.count(path)
        if (files + folders > 0) throw new AppError('not-empty', t('{{path}} is not empty', { path }), { path })
        await job.files.remove([path])
      }
    })
    return EXIT.ok
  },
}

/** `rm`: removes files, and with `-r` folders. */
export const rm: BoardCommand = {
  kind: 'board',
  name: 'rm',
  usage: '[-r] PATH...',
  summary: text('Remove files, with -r also folders'),
  details: text('“rm -r :” empties the board’s main folder.'),
  options: { recursive: { type: 'boolean', short: 'r', help: text('Folders with all that is in them') } },
  words: [1, 1_000],
  stopsProgram: true,
  async run({ board, words, has, output }) {
    const paths = await board.paths(words)
    const doomed = await board.job(t('Looking at the board'), async (job) => {
      const found = new Set<string>()
      for (const path of paths) {
        const kind = await kindOf(job, path)
        if (kind === 'folder' && !has('recursive')) {
          throw new AppError('is-a-folder', t('{{path}} is a folder; -r removes folders', { path }), { path })
        }
        // The root of a file system can't be removed itself.
        if (path === '/' || path === job.firmware.root) for (const entry of await job.files.list(path)) found.add(entry.path)
        else found.add(path)
      }
      return [...found]
    })
    if (doomed.length > 0) tellNotKept(output, await board.session.remove(doomed, board.stop))
    return EXIT.ok
  },
}

/** `mv`: renames and moves. */
export const mv: BoardCommand = {
  kind: 'board',
  name: 'mv',
  usage: 'SOURCE... DEST',
  summary: text('Rename, or move into a folder'),
  details: text('Never over something that is there.'),
  words: [2, 1_000],
  stopsProgram: true,
  async run({ board, words }) {
    const dest = words.at(-1) ?? ''
    const to = await board.path(dest)
    const from = await board.paths(words.slice(0, -1))
    const isFolder = await board.job(t('Looking at the board'), async ({ files }) => (await files.stat(to))?.kind === 'folder')
    if (!isFolder && (from.length > 1 || meansFolder(dest))) {
      throw new AppError('not-a-folder', t('{{path}} is not a folder', { path: to }), { path: to })
    }
    for (const path of from) {
      if (isWithin(path, to)) throw new AppError('invalid-path', t('{{path}} can’t be moved into itself', { path }), { path })
      await board.session.rename(path, isFolder ? joinBoardPath(to, baseName(path)) : to, board.stop)
    }
    return EXIT.ok
  },
}

async function kindOf({ files }: BoardJob, path: string): Promise<'file' | 'folder'> {
  const found = await files.stat(path)
  if (found === null) throw new AppError('not-found', t('{{path}} is not on the board', { path }), { path })
  return found.kind
}
