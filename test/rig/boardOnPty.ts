import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Clock, systemClock } from '../../shared/clock'
import { DisposableStore } from '../../shared/lifecycle'
import { SerialTransport } from '../../main/transport/serialTransport'
import { VirtualBoard } from '../../main/virtual/virtualBoard'
import { type SocatPair, startSocatPair } from './socatPair'
import { workerPath } from './workerPath'

/** A virtual board behind a pseudo-terminal: real MicroPython at the end of a real serial port. */
export interface BoardOnPty {
  /** What to open: `new SerialTransport(board.path)`. */
  path: string
  pair: SocatPair
  /** How many bytes have reached the board over this cable so far. */
  receivedByBoard(): number
  /** Pulls the cable: the port vanishes while it is open. The board goes on. */
  vanish(): Promise<void>
  /** Takes the port away; the board stays on. */
  dispose(): Promise<void>
}

/** A virtual board with an empty flash, switched on, behind a pseudo-terminal; `dispose` ends the board too. */
export async function startBoardOnPty(clock: Clock = systemClock): Promise<BoardOnPty> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'perfboard-board-'))
  const board = new VirtualBoard({ folder, workerPath, clock })
  await board.powerOn()
  const joined = await joinBoardToPty(board, clock)
  return {
    ...joined,
    async dispose() {
      await joined.dispose()
      board.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Bytes that wait for the pseudo-terminal beyond which the board's output is held up, as a cable with back-pressure does. */
const MOST_WAITING = 16 * 1024

/** Joins the board, which must be on or be switched on by the caller, to one end of a new pair; its ends lie in `folder`, where one is given. */
export async function joinBoardToPty(
  board: Pick<VirtualBoard, 'onData' | 'write' | 'pause' | 'resume'>,
  clock: Clock,
  folder?: string,
): Promise<BoardOnPty> {
  const pair = await startSocatPair(folder)
  const cable = new SerialTransport(pair.b, { clock })
  const joined = new DisposableStore()
  let waiting = 0
  const cut = (): void => {
    joined.dispose()
    board.resume()
  }
  joined.add(cable.onGone(cut))
  // Before the board is listened to: what can't be written yet is lost, as with any cable that isn't plugged in.
  await cable.open()
  joined.add(
    board.onData((bytes) => {
      waiting += bytes.length
      if (waiting > MOST_WAITING) board.pause()
      cable.write(bytes).then(() => {
        waiting -= bytes.length
        if (waiting <= MOST_WAITING) board.resume()
      }, cut)
    }),
  )
  let received = 0
  let order = Promise.resolve()
  joined.add(
    cable.onData((bytes) => {
      received += bytes.length
      order = order.then(() => board.write(bytes)).catch(cut)
    }),
  )
  return {
    path: pair.a,
    pair,
    receivedByBoard: () => received,
    vanish: () => pair.vanish(),
    async dispose() {
      cut()
      await cable.close()
      await pair.dispose()
    },
  }
}
