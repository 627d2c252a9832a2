import { open } from 'node:fs/promises'
import path from 'node:path'
import type { OutputItem } from '../../../shared/board'
import { AppError, hasCode } from '../../../shared/errors'
import { t, text } from '../../../shared/language/language'
import { DisposableStore, toDisposable } from '../../../shared/lifecycle'
import { portName } from '../../../shared/portName'
import { withFsErrors } from '../../workspace/fsErrors'
import type { BoardCall, BoardCommand } from '../command'
import { EXIT } from '../exitCodes'
import { plainText } from '../plainText'

const NEWLINE = 0x0a
const RETURN = 0x0d
/** Behind the end of its input, which is no terminal then, the board has this long to answer. */
const QUIET_MS = 1_000
/** Ctrl-] and Ctrl-X leave. */
const LEAVE = [0x1d, 0x18]

/** `repl`: a terminal at the board. */
export const repl: BoardCommand = {
  kind: 'board',
  name: 'repl',
  usage: '[--capture FILE]',
  summary: text('Open a terminal at the board; Ctrl-] or Ctrl-X leaves'),
  details: text('Sends nothing by itself: a program that runs goes on. A board that vanishes and comes back is connected again.'),
  options: { capture: { type: 'string', value: 'FILE', help: text('Also write what the board prints into a file') } },
  words: [0, 0],
  async run(call) {
    const { value } = call
    const file = value('capture')
    const capture = file === undefined ? undefined : await withFsErrors(file, () => open(path.resolve(file), 'w'))
    try {
      let written = Promise.resolve()
      await talk(call, (bytes) => {
        written = written.then(async () => {
          await capture?.writeFile(bytes)
        })
        return written
      })
      await written
      return EXIT.ok
    } finally {
      await capture?.close()
    }
  },
}

/** Until the user leaves, or there is nothing more to come from either side. */
async function talk({ board, services, output, input, signal }: BoardCall, capture: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const { session } = board
  const owned = new DisposableStore()
  // A board that comes back is found by its USB ids.
  owned.add(services.ports.watch())
  try {
    await new Promise<void>((resolve, reject) => {
      let isEnded = false
      let quiet = owned.add(toDisposable(() => undefined))
      const awaitQuiet = (): void => {
        quiet.dispose()
        quiet = owned.add(services.clock.after(QUIET_MS, resolve))
      }
      const show = async (items: readonly OutputItem[]): Promise<void> => {
        if (isEnded) awaitQuiet()
        for (const item of items) {
          if (item.kind === 'bytes') {
            output.bytes(item.bytes)
            await capture(item.bytes)
          } else if (item.kind === 'skipped' || item.tone !== 'info') output.note(`\r\n${noteOf(item)}\r\n`)
        }
        await output.caughtUp()
      }
      const following = owned.add(
        session.output.follow(({ seq, items }) => void show(items).then(() => following.acknowledge(seq), reject)),
      )
      void show(following.items.filter((item) => item.kind === 'bytes')).catch(reject)
      owned.add(
        session.status.onChange(({ state }) => {
          if (state.kind === 'closed') resolve()
        }),
      )
      signal.addEventListener('abort', () => reject(new AppError('cancelled', t('Called off'))), { once: true })
      if (input.isTTY) output.note(`${t('{{board}}. Ctrl-] leaves', { board: plainText(portName(session.snapshot().port)) })}\r\n`)
      const ended = (): void => {
        isEnded = true
        awaitQuiet()
      }
      owned.add(typed(input, (bytes) => void send(bytes), resolve, ended))
      const send = async (bytes: Uint8Array): Promise<void> => {
        try {
          await session.input(bytes)
        } catch (thrown) {
          // What is typed while the board is away goes nowhere, as on any terminal.
          if (!hasCode(thrown, 'port-gone', 'busy')) reject(AppError.from(thrown))
        }
      }
    })
  } finally {
    owned.dispose()
  }
}

function noteOf(item: Exclude<OutputItem, { kind: 'bytes' }>): string {
  return item.kind === 'skipped' ? t('{{count, number}} lines skipped', { count: item.lines }) : plainText(item.text)
}

/** What is typed, key by key where input is a terminal; else line by line, with the Enter key that the board knows. */
function typed(input: NodeJS.ReadStream, take: (bytes: Uint8Array) => void, leave: () => void, ended: () => void): { dispose(): void } {
  const read = (given: Buffer): void => {
    const bytes = input.isTTY ? given : given.map((byte) => (byte === NEWLINE ? RETURN : byte))
    const end = bytes.findIndex((byte) => LEAVE.includes(byte))
    const before = end < 0 ? bytes : bytes.subarray(0, end)
    if (before.length > 0) take(new Uint8Array(before))
    if (end >= 0) leave()
  }
  if (input.isTTY) input.setRawMode(true)
  input.on('data', read)
  input.once('end', ended)
  return toDisposable(() => {
    input.off('data', read)
    input.off('end', ended)
    if (input.isTTY) input.setRawMode(false)
    input.pause()
  })
}
