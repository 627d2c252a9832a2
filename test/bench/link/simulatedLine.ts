import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { VirtualBoard } from '../../../main/virtual/virtualBoard'
import { systemClock } from '../../../shared/clock'
import { JumpingClock } from '../../rig/faults/jumpingClock'
import type { BenchedLine } from '../transferRun'
import type { LineTiming } from './lineTiming'
import { PacedLink } from './pacedLink'

/** Much more than any work takes over any line. Milliseconds of the line's time. */
const LIMIT_MS = 3_600_000

/** A virtual board with an empty flash, switched on, for as long as the work takes. */
export async function withBoard<T>(work: (board: VirtualBoard) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'perfboard-bench-'))
  const board = new VirtualBoard({ folder, workerPath: path.resolve('dist/main/boardWorker.js'), clock: systemClock })
  try {
    await board.powerOn()
    return await work(board)
  } finally {
    await board.powerOff()
    board.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * A board at a line on a clock that stands still while computer and board compute. What is measured is the line and what is said over it: the same on any machine,
 * however busy. A byte that the board lost, because more was sent than it could take, fails the work.
 */
export async function onSimulatedLine<T>(timing: LineTiming, work: (line: BenchedLine) => Promise<T>): Promise<T> {
  return await withBoard(async (board) => {
    const clock = new JumpingClock(() => board.isAtRest)
    const link = new PacedLink(board, timing, clock)
    const result = await work({
      clock,
      transport: link,
      async drive(task) {
        const end = await clock.drive(task, LIMIT_MS)
        if (end !== 'settled') throw new Error(`The work did not end: ${end}, ${link.dropped} bytes were lost`)
        return await task
      },
    })
    if (link.dropped > 0) throw new Error(`${link.dropped} bytes were lost`)
    return result
  })
}
