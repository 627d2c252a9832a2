import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { systemClock } from '../../shared/clock'
import { VirtualBoard } from '../../main/virtual/virtualBoard'
import { type BoardOnPty, joinBoardToPty } from './boardOnPty'
import { workerPath } from './workerPath'

/** Real MicroPython at a serial port whose cable can be pulled and plugged in again, at the same path. */
export interface PluggableBoard {
  path: string
  /** How many bytes have reached the board since it was plugged in last. */
  receivedByBoard(): number
  pull(): Promise<void>
  plugIn(): Promise<void>
  dispose(): Promise<void>
}

/** A virtual board with an empty flash, switched on and plugged in. */
export async function startPluggableBoard(): Promise<PluggableBoard> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'perfboard-plug-'))
  const board = new VirtualBoard({ folder: path.join(folder, 'flash'), workerPath, clock: systemClock })
  await board.powerOn()
  let joined: BoardOnPty = await joinBoardToPty(board, systemClock, folder)
  return {
    path: joined.path,
    receivedByBoard: () => joined.receivedByBoard(),
    pull: () => joined.vanish(),
    async plugIn() {
      joined = await joinBoardToPty(board, systemClock, folder)
    },
    async dispose() {
      await joined.dispose()
      await board.powerOff()
      board.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
