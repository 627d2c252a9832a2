import { AppError } from '../../../shared/errors'
import { t, text } from '../../../shared/language/language'
import { DisposableStore } from '../../../shared/lifecycle'
import { utf8 } from '../../protocol/bytes'
import type { BoardCall, BoardCommand } from '../command'
import { EXIT } from '../exitCodes'

/** A board at its prompt echoes a line at once. */
const ECHO_MS = 3_000

/** `reset`: as by the board's button. */
export const reset: BoardCommand = {
  kind: 'board',
  name: 'reset',
  usage: '',
  summary: text('Reset the board as its button does'),
  words: [0, 0],
  async run(call) {
    const { session } = call.board
    if (session.snapshot().canHardReset) await session.hardReset()
    else await callMachine(call, 'reset')
    return EXIT.ok
  },
}

/** `soft-reset`: what the programs made is gone, boot.py and main.py run. */
export const softReset: BoardCommand = {
  kind: 'board',
  name: 'soft-reset',
  usage: '',
  summary: text('Start Python again; boot.py and main.py run'),
  words: [0, 0],
  async run({ board }) {
    await board.session.softReset()
    return EXIT.ok
  },
}

/** `bootloader`: the board waits for new firmware. */
export const bootloader: BoardCommand = {
  kind: 'board',
  name: 'bootloader',
  usage: '',
  summary: text('Restart into the bootloader, for new firmware'),
  words: [0, 0],
  async run(call) {
    if (call.board.session.snapshot().port.kind === 'virtual') {
      throw new AppError('not-available', t('The virtual board has no bootloader'))
    }
    await callMachine(call, 'bootloader')
    return EXIT.ok
  },
}

/**
 * Calls a function of the board's `machine` that never returns: typed at the friendly prompt, so that nobody waits in the raw REPL for a board that
 * has gone to start anew. Resolves when the board has taken the line. `not-available` where the firmware has no such function.
 */
async function callMachine({ board, services }: BoardCall, name: string): Promise<void> {
  const { session } = board
  const { error } = await board.job(t('Looking at the board'), ({ repl }) => repl.exec(`__import__('machine').${name}`))
  if (error !== '') throw new AppError('not-available', t('This firmware has no machine.{{name}}()', { name }), { traceback: error })
  const line = `machine.${name}()`
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const waiting = new DisposableStore()
    const end = (settle: () => void): void => {
      waiting.dispose()
      settle()
    }
    const following = waiting.add(
      session.output.follow(({ seq, items }) => {
        for (const item of items) if (item.kind === 'bytes') said += Buffer.from(item.bytes).toString('utf8')
        following.acknowledge(seq)
        if (said.replaceAll(/[\r\n]/g, '').includes(line)) end(resolve)
      }),
    )
    waiting.add(
      session.status.onChange(({ state }) => {
        if (state.kind === 'lost') end(resolve)
      }),
    )
    const silent = (): AppError => new AppError('timeout', t('The board doesn’t answer'))
    waiting.add(services.clock.after(ECHO_MS, () => end(() => reject(silent()))))
    // The pause lets the answer come before the port may vanish.
    session
      .input(utf8(`import machine,time;time.sleep_ms(100);${line}\r`))
      .catch((thrown: unknown) => end(() => reject(AppError.from(thrown))))
  })
}
