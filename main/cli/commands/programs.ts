import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../shared/errors'
import { t, text } from '../../../shared/language/language'
import { utf8 } from '../../protocol/bytes'
import { withFsErrors } from '../../workspace/fsErrors'
import type { BoardCall, BoardCommand, Option } from '../command'
import { EXIT } from '../exitCodes'
import { programEnd, wrapProgram } from '../exitStatus'
import { plainLines } from '../plainText'
import { startProgram } from '../startProgram'

const OPTIONS: Readonly<Record<string, Option>> = {
  'no-follow': { type: 'boolean', help: text('Start it and leave it running; what it prints is not waited for') },
  clean: { type: 'boolean', help: text('Begin with a soft reset, so that nothing of an earlier program is left') },
}

/** `run`: a file of the computer as a program. */
export const run: BoardCommand = {
  kind: 'board',
  name: 'run',
  usage: '[--no-follow] [--clean] FILE',
  summary: text('Run a file of the computer without saving it'),
  details: text(
    'What it prints comes as it is printed. The first Ctrl-C goes to the program, the second leaves. “-” reads the program from standard input.',
  ),
  options: OPTIONS,
  words: [1, 1],
  stopsProgram: true,
  async run(call) {
    const [file = ''] = call.words
    const source = file === '-' ? await readAll(call.input) : await withFsErrors(file, () => readFile(path.resolve(file)))
    return await runProgram(call, file === '-' ? '<stdin>' : file, source)
  },
}

/** `exec`: statements as a program. */
export const exec: BoardCommand = {
  kind: 'board',
  name: 'exec',
  usage: '[--no-follow] [--clean] CODE',
  summary: text('Run Python statements'),
  options: OPTIONS,
  words: [1, 1],
  stopsProgram: true,
  run: (call) => runProgram(call, '<stdin>', utf8(call.words[0] ?? '')),
}

/** `eval`: the value of an expression. */
export const evaluate: BoardCommand = {
  kind: 'board',
  name: 'eval',
  usage: 'EXPRESSION',
  summary: text('Print the value of a Python expression'),
  words: [1, 1],
  hasJson: true,
  stopsProgram: true,
  async run({ board, words, output, json }) {
    const show = json ? `__import__('json').dumps` : ''
    const code = `__import__('builtins').print(${show}((\n${words[0] ?? ''}\n)))`
    const { said, error } = await board.job(t('Running {{name}}', { name: 'eval' }), async ({ repl, signal }) => {
      const parts: Uint8Array[] = []
      const result = await repl.run(code, { signal, onOutput: (bytes) => parts.push(bytes) })
      return { said: Buffer.concat(parts), error: result.error }
    })
    if (error !== '') {
      output.note(`${plainLines(programEnd(error, false, '<stdin>').said.trimEnd())}\n`)
      return endCode(EXIT.failed, board.isCalledOff)
    }
    if (json) output.json(jsonValue(said.toString('utf8').trim()))
    else output.bytes(Buffer.from(said.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'))
    return EXIT.ok
  },
}

/** What the board's own JSON says; what is none (it writes some objects as Python does) comes as text. */
function jsonValue(said: string): unknown {
  try {
    return JSON.parse(said)
  } catch {
    return said
  }
}

async function runProgram(call: BoardCall, name: string, source: Uint8Array): Promise<number> {
  const { board, output } = call
  if (call.has('no-follow')) {
    if (call.has('clean')) throw new AppError('invalid-request', t('--clean and --no-follow don’t go together'))
    await startProgram(board, source)
    return EXIT.ok
  }
  const { code, isWrapped } = wrapProgram(source)
  const error = await board.job(t('Running {{name}}', { name }), async ({ repl, signal, hold }) => {
    const show = (bytes: Uint8Array): void => {
      output.bytes(bytes)
      // A slow reader holds the board back, so that nothing is lost; a program that is being stopped must be heard.
      if (!output.isFull || signal.aborted) return
      hold(true)
      void output.caughtUp().then(() => hold(false))
    }
    signal.addEventListener('abort', () => hold(false), { once: true })
    if (call.has('clean')) await repl.softReset({ signal, onOutput: show })
    return (await repl.run(code, { signal, onOutput: show })).error
  })
  const { status, said } = programEnd(error, isWrapped, name)
  if (said !== '') output.note(`${plainLines(said.trimEnd())}\n`)
  return endCode(status, board.isCalledOff)
}

function endCode(status: number, isCalledOff: boolean): number {
  return isCalledOff ? EXIT.interrupted : status
}

async function readAll(input: AsyncIterable<Buffer | string>): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of input) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
