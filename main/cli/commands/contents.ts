import { parentBoardPath } from '../../../shared/boardPath'
import { AppError } from '../../../shared/errors'
import { t, text } from '../../../shared/language/language'
import { sha256Of } from '../../protocol/fileReading'
import type { BoardCommand } from '../command'
import { EXIT } from '../exitCodes'

/** `cat`: files as they are. */
export const cat: BoardCommand = {
  kind: 'board',
  name: 'cat',
  usage: 'PATH...',
  summary: text('Print files of the board, byte for byte'),
  words: [1, 1_000],
  stopsProgram: true,
  async run({ board, words, output }) {
    const paths = await board.paths(words)
    await board.job(t('Reading {{name}}', { name: paths[0] ?? '' }), async ({ files, signal, progress }) => {
      for (const path of paths) {
        const bytes = await files.readFile(path, { signal, onProgress: (done, total) => progress({ done, total, unit: 'bytes' }) })
        output.bytes(bytes)
        await output.caughtUp()
      }
    })
    return EXIT.ok
  },
}

/** `sha256sum`: proofs of contents, in the form of the program of that name. */
export const sha256sum: BoardCommand = {
  kind: 'board',
  name: 'sha256sum',
  usage: 'PATH...',
  summary: text('Print the SHA-256 of files'),
  details: text('The board reads and hashes them itself; where its firmware can’t, they are read from it and hashed here.'),
  words: [1, 1_000],
  hasJson: true,
  stopsProgram: true,
  async run({ board, words, output, json }) {
    const paths = await board.paths(words)
    const sums = await board.job(t('Reading {{name}}', { name: paths[0] ?? '' }), async ({ files, signal }) => {
      const found: { path: string; sha256: string }[] = []
      for (const path of paths) {
        const there = await files.stat(path)
        if (there === null) throw new AppError('not-found', t('{{path}} is not on the board', { path }), { path })
        if (there.kind === 'folder') throw new AppError('is-a-folder', t('{{path}} is a folder', { path }), { path })
        const sha256 = (await files.hash(path, signal)) ?? sha256Of(await files.readFile(path, { signal }))
        found.push({ path, sha256 })
      }
      return found
    })
    if (json) output.json(sums)
    else for (const { path, sha256 } of sums) output.line(`${sha256}  ${path}`)
    return EXIT.ok
  },
}

/** `touch`: makes empty files where there are none. */
export const touch: BoardCommand = {
  kind: 'board',
  name: 'touch',
  usage: 'PATH...',
  summary: text('Make empty files where there are none'),
  words: [1, 1_000],
  stopsProgram: true,
  async run({ board, words }) {
    const paths = await board.paths(words)
    await board.job(t('Making {{name}}', { name: paths[0] ?? '' }), async (job) => {
      for (const path of paths) {
        const holder = await job.files.stat(parentBoardPath(path))
        if (holder?.kind === 'file')
          throw new AppError('not-a-folder', t('{{path}} is not a folder', { path: parentBoardPath(path) }), { path })
        if ((await job.files.stat(path)) === null)
          await board.session.files.save(job, path, new Uint8Array(), { onProgress: () => undefined, known: null })
      }
    })
    return EXIT.ok
  },
}
