import type { PortInfo } from '../../shared/board'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { portName } from '../../shared/portName'
import type { BoardSession } from '../board/boardSession'
import type { BoardJob } from '../board/jobRunner'
import type { Services } from '../services'
import { boardPathOf } from './boardWords'

/** The board that a command works on, behind its session. */
export class OpenBoard {
  private knownRoot: string | undefined
  /** A program that runs is stopped, as the user of a command expects; `--restart` starts it again when the command has ended. */
  readonly stop = 'stop'

  constructor(
    readonly session: BoardSession,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => session.runner.cancel(undefined, calledOff()), { once: true })
  }

  /** True after a Ctrl-C, or when nobody reads the output any more. */
  get isCalledOff(): boolean {
    return this.signal.aborted
  }

  /** One job at the board's prompt; see `JobRunner.withBoard`. `cancelled` after a Ctrl-C. */
  job<T>(name: string, work: (job: BoardJob) => Promise<T>): Promise<T> {
    if (this.signal.aborted) return Promise.reject(calledOff())
    return this.session.runner.withBoard({ name, stop: this.stop }, async (job) => {
      this.knownRoot = job.firmware.root
      return await work(job)
    })
  }

  /** The absolute path on this board that a word means; asks the board once what it is. */
  async path(word: string): Promise<string> {
    this.knownRoot ??= await this.job(t('Looking at the board'), (job) => Promise.resolve(job.firmware.root))
    return boardPathOf(word, this.knownRoot)
  }

  async paths(words: readonly string[]): Promise<string[]> {
    const paths: string[] = []
    for (const word of words) paths.push(await this.path(word))
    return paths
  }
}

/** What ends a command that the user called off. */
export function calledOff(): AppError {
  return new AppError('cancelled', t('Called off'))
}

/** Opens the port that was asked for; sends nothing. Rejects as `Sessions.open` does, and as `choosePort`. */
export async function openBoard(services: Services, word: string, signal: AbortSignal): Promise<OpenBoard> {
  await services.ports.refresh()
  const path = word === 'auto' ? choosePort(services.ports.current) : word
  const { id } = await services.sessions.open(path)
  return new OpenBoard(services.sessions.get(id), signal)
}

/** The path of the only board that is plugged in; `port-not-found` where there is none, `invalid-request` where one has to be named. */
export function choosePort(ports: readonly PortInfo[]): string {
  const boards = ports.filter(({ hasHardwareId, kind }) => hasHardwareId && kind === 'serial')
  const [only, ...others] = boards
  if (only === undefined) {
    throw new AppError('port-not-found', t('No board is plugged in. A port can be named by its path; “virtual” is the built-in board'))
  }
  if (others.length === 0) return only.path
  const names = boards.map((port) => (port.name === port.path ? port.path : `${port.path} (${portName(port)})`)).join(', ')
  throw new AppError('invalid-request', t('Several boards are plugged in; name one of them: {{names}}', { names }))
}
