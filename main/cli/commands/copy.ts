import type { Transferred } from '../../../shared/board'
import { t, text } from '../../../shared/language/language'
import { isOnBoard } from '../boardWords'
import type { BoardCall, BoardCommand } from '../command'
import { commandDisk } from '../commandDisk'
import { usage } from '../commandLine'
import { copyOnBoard, download, upload } from '../copying'
import { EXIT } from '../exitCodes'
import { tellNotKept } from '../notKept'

/** `cp`: copies between the computer and the board; words that begin with `:` are the board's. */
export const cp: BoardCommand = {
  kind: 'board',
  name: 'cp',
  usage: '[-r] [-f] SOURCE... DEST',
  summary: text('Copy files; “:” marks those of the board: cp main.py :'),
  details: text(
    'Several sources need a folder as DEST. A folder goes into a folder that is there, else it becomes DEST; “.” copies what is in it. Files that hold the same already, by SHA-256, are left out. A file is written beside the old one, proved by its hash, and put in its place.',
  ),
  options: {
    recursive: { type: 'boolean', short: 'r', help: text('Folders with all that is in them') },
    force: { type: 'boolean', short: 'f', help: text('Also files that are the same already') },
  },
  words: [2, 1_000],
  hasJson: true,
  stopsProgram: true,
  async run(call) {
    const { words, output, json, terminal } = call
    const done = await copy(call, words.slice(0, -1), words.at(-1) ?? '')
    tellNotKept(output, done.notKept ?? [])
    if (json) output.json({ files: done.files, bytes: done.bytes, same: done.same })
    else if (terminal) output.error(summaryOf(done))
    return EXIT.ok
  },
}

function copy({ board, services, has }: BoardCall, from: readonly string[], to: string): Promise<Transferred> {
  const choice = { recursive: has('recursive'), force: has('force'), save: board.session.files.save }
  const disk = commandDisk(services.workspace)
  const onBoard = from.filter(isOnBoard).length
  if (onBoard !== 0 && onBoard !== from.length)
    throw usage(t('The sources of one cp are all on the board (with “:”) or all on the computer'))
  const name = t('Copying {{name}}', { name: from[0] ?? '' })
  if (onBoard === 0) {
    if (!isOnBoard(to)) throw usage(t('One side of cp is the board: its paths begin with “:”'))
    return board.job(name, (job) => upload(job, disk, from, to, choice))
  }
  if (!isOnBoard(to)) return board.job(name, (job) => download(job, disk, from, to, choice))
  if (choice.recursive) throw usage(t('Folders can’t be copied on the board itself; copy them to the computer and back'))
  return board.job(name, (job) => copyOnBoard(job, from, to, choice))
}

function summaryOf({ files, same }: Transferred): string {
  return same === 0
    ? t('{{count}} files copied', { count: files })
    : t('{{count}} files copied, {{same}} were the same', { count: files, same })
}
