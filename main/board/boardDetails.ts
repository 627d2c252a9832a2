import type { StopChoice } from '../../shared/board'
import type { BoardDetails } from '../../shared/boardDetails'
import { FirmwareFacts } from '../../shared/firmware'
import { t } from '../../shared/language/language'
import { readMounts } from '../protocol/mounts'
import type { JobRunner } from './jobRunner'

/** Asks a board for all that it tells of itself, as a job. Throws as `JobRunner.withBoard` and `BoardFiles` do. */
export function boardDetails(runner: JobRunner, stop: StopChoice): Promise<BoardDetails> {
  return runner.withBoard({ name: t('Asking the board'), stop }, async ({ repl, files, firmware, signal }) => ({
    firmware: FirmwareFacts.parse(firmware),
    memory: await files.memory(),
    mounts: await readMounts(repl, firmware, signal),
  }))
}
