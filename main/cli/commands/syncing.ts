import { access } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../shared/errors'
import { t, text } from '../../../shared/language/language'
import type { SyncMode, SyncPlan } from '../../../shared/sync'
import type { BoardCall, BoardCommand, Option } from '../command'
import { usage } from '../commandLine'
import { EXIT } from '../exitCodes'
import { forcedChoices, planReport, tellResult } from '../syncReport'

const DRY_RUN: Option = { type: 'boolean', short: 'n', help: text('Only show what would be done') }
const FORCE: Option = { type: 'boolean', short: 'f', help: text('Where both sides changed, take the source’s') }
const MIRROR: Option = { type: 'boolean', help: text('Also delete what only the board has') }

/** `sync`: a folder of the computer and one of the board. */
export const sync: BoardCommand = {
  kind: 'board',
  name: 'sync',
  usage: '[-n] [-f] [--mirror|--download|--both] FOLDER [PATH]',
  summary: text('Bring a folder of the board up to date with one of the computer'),
  details: text(
    'New and changed files go to the board; nothing is deleted without --mirror. What changed on the board since the last sync is not replaced without --force. What is replaced or deleted goes into the history. A file .perfboardignore names what is left out.',
  ),
  options: {
    'dry-run': DRY_RUN,
    force: FORCE,
    mirror: MIRROR,
    download: { type: 'boolean', help: text('The other way: from the board to the computer; nothing is deleted') },
    both: { type: 'boolean', help: text('Both ways: each side gets what changed on the other since the last sync') },
  },
  words: [1, 2],
  hasJson: true,
  stopsProgram: true,
  async run(call) {
    const { board, words, has } = call
    const modes = (['mirror', 'download', 'both'] as const).filter(has)
    if (modes.length > 1) throw usage(t('--mirror, --download and --both don’t go together'))
    const mode: SyncMode = modes[0] ?? 'upload'
    const to = await board.path(words[1] ?? '')
    return await carryOut(call, await board.session.files.sync.planFolder(path.resolve(words[0] ?? ''), to, mode, board.stop))
  },
}

/** `backup`: all files of the board as a zip. */
export const backup: BoardCommand = {
  kind: 'board',
  name: 'backup',
  usage: '[-f] FILE.zip [PATH]',
  summary: text('Write all files of the board into a zip'),
  details: text('With a list of their SHA-256. The zip is new and whole, or not there.'),
  options: { force: { type: 'boolean', short: 'f', help: text('Replace a file that is there') } },
  words: [1, 2],
  hasJson: true,
  stopsProgram: true,
  async run({ board, words, has, output, json }) {
    const file = path.resolve(words[0] ?? '')
    if (!has('force') && (await isThere(file)))
      throw new AppError('exists', t('{{path}} exists already; -f replaces it', { path: file }), { path: file })
    const folder = await board.path(words[1] ?? '')
    const result = await board.session.files.backup.create(folder, file, board.stop)
    if (json) output.json(result)
    else output.line(t('{{count}} files in {{file}}, {{proven}} proven by SHA-256', { count: result.files, file, proven: result.proven }))
    for (const { path: left } of result.left) output.error(t('perfboard: {{path}} can’t be read and is not in the backup', { path: left }))
    return result.left.length === 0 ? EXIT.ok : EXIT.failed
  },
}

/** `restore`: a backup's files back onto a board. */
export const restore: BoardCommand = {
  kind: 'board',
  name: 'restore',
  usage: '[-n] [-f] [--mirror] FILE.zip [PATH]',
  summary: text('Bring the files of a backup onto the board'),
  details: text('What is replaced or deleted goes into the history.'),
  options: { 'dry-run': DRY_RUN, force: FORCE, mirror: MIRROR },
  words: [1, 2],
  hasJson: true,
  stopsProgram: true,
  async run(call) {
    const { board, words, has } = call
    const to = await board.path(words[1] ?? '')
    const mode = has('mirror') ? 'mirror' : 'upload'
    return await carryOut(call, await board.session.files.sync.planBackup(path.resolve(words[0] ?? ''), to, mode, board.stop))
  },
}

async function carryOut({ board, has, output, json, signal }: BoardCall, plan: SyncPlan): Promise<number> {
  const choices = has('force') ? forcedChoices(plan) : []
  const chosen = new Map(choices.map(({ path: at, action }) => [at, action]))
  const decided: SyncPlan = { ...plan, lines: plan.lines.map((line) => ({ ...line, action: chosen.get(line.path) ?? line.action })) }
  if (has('dry-run')) {
    if (json) output.json(decided)
    else for (const line of planReport(decided)) output.line(line)
    return EXIT.ok
  }
  signal.throwIfAborted()
  return tellResult(output, decided, await board.session.files.sync.carryOut(plan.id, choices, board.stop), json)
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
