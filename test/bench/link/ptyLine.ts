import { SerialTransport } from '../../../main/transport/serialTransport'
import { systemClock } from '../../../shared/clock'
import { joinBoardToPty } from '../../rig/boardOnPty'
import type { BenchedLine } from '../transferRun'
import type { LineTiming } from './lineTiming'
import { PacedLink } from './pacedLink'
import { withBoard } from './simulatedLine'

/** A board behind a pseudo-terminal that any program can open as a serial port, in real time; with a timing, at the pace of that line. */
export async function onPty<T>(timing: LineTiming | undefined, work: (path: string) => Promise<T>): Promise<T> {
  return await withBoard(async (board) => {
    const link = timing === undefined ? undefined : new PacedLink(board, timing, systemClock)
    await link?.open()
    const joined = await joinBoardToPty(link ?? board, systemClock)
    try {
      return await work(joined.path)
    } finally {
      await joined.dispose()
      await link?.close()
    }
  })
}

/** The port at a path as a line to be measured, in real time. */
export function serialLine(path: string): BenchedLine {
  return { clock: systemClock, transport: new SerialTransport(path, { clock: systemClock }), drive: (work) => work }
}
