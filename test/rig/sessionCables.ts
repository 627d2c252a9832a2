import type { PortInfo } from '../../shared/board'
import { systemClock } from '../../shared/clock'
import type { BoardSession } from '../../main/board/boardSession'
import { SerialTransport } from '../../main/transport/serialTransport'
import { VirtualBoard } from '../../main/virtual/virtualBoard'
import { VIRTUAL_PORT_PATH, VirtualPort } from '../../main/virtual/virtualPort'
import { Workspace } from '../../main/workspace/workspace'
import { type BoardOnPty, joinBoardToPty } from './boardOnPty'
import { SessionBench } from './sessionBench'
import { temporaryFolder } from './temporaryFolder'
import { workerPath } from './workerPath'

/** A board at the end of a cable that can be pulled and plugged in again, and the session bench at the other end. */
export interface Cable {
  port: PortInfo
  bench: SessionBench
  workspace: Workspace
  /** Opens and gets to a proven prompt, as the user would. */
  openReady(): Promise<BoardSession>
  pull(): Promise<void>
  plugIn(): Promise<void>
  dispose(): Promise<void>
}

async function newBoard(): Promise<VirtualBoard> {
  return new VirtualBoard({ folder: await temporaryFolder(), workerPath, clock: systemClock })
}

async function newWorkspace(): Promise<Workspace> {
  return new Workspace({ grantsFile: `${await temporaryFolder()}/grants.json` })
}

/** The built-in board; its port says that it vanished. */
export async function virtualCable(): Promise<Cable> {
  const board = await newBoard()
  const port: PortInfo = { path: VIRTUAL_PORT_PATH, kind: 'virtual', name: 'Virtual board', hasHardwareId: false }
  const workspace = await newWorkspace()
  const bench = new SessionBench(port, () => new VirtualPort(board, systemClock), workspace)
  return {
    port,
    bench,
    workspace,
    openReady: () => bench.openReady(),
    async pull() {
      bench.isAway = true
      await bench.wire?.pull()
    },
    plugIn() {
      bench.isAway = false
      bench.portChanges.fire(bench.ports)
      return Promise.resolve()
    },
    async dispose() {
      await bench.dispose()
      await board.powerOff()
      board.dispose()
    },
  }
}

/** The same board behind a pseudo-terminal, opened as a serial port; each time it is plugged in it has another path. */
export async function serialCable(): Promise<Cable> {
  const board = await newBoard()
  await board.powerOn()
  let pty: BoardOnPty = await joinBoardToPty(board, systemClock)
  const used = [pty]
  const portAt = (path: string): PortInfo => ({
    path,
    kind: 'serial',
    name: 'Pico',
    vendorId: '2E8A',
    productId: '0005',
    serialNumber: 'E66',
    hasHardwareId: true,
  })
  const port = portAt(pty.path)
  const workspace = await newWorkspace()
  const bench = new SessionBench(port, ({ path }) => new SerialTransport(path, { clock: systemClock }), workspace)
  return {
    port,
    bench,
    workspace,
    async openReady() {
      const session = await bench.open()
      await session.getPrompt()
      await bench.shows(/>>> $/)
      return session
    },
    async pull() {
      bench.ports = []
      await pty.vanish()
    },
    async plugIn() {
      pty = await joinBoardToPty(board, systemClock)
      used.push(pty)
      bench.ports = [portAt(pty.path)]
      bench.portChanges.fire(bench.ports)
    },
    async dispose() {
      await bench.dispose()
      for (const each of used) await each.dispose()
      await board.powerOff()
      board.dispose()
    },
  }
}
