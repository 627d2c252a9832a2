import type { PortInfo } from '../../shared/board'
import { systemClock } from '../../shared/clock'
import type { BoardSession } from '../../main/board/boardSession'
import { VirtualBoard } from '../../main/virtual/virtualBoard'
import { VirtualPort } from '../../main/virtual/virtualPort'
import { Workspace } from '../../main/workspace/workspace'
import { SessionBench } from './sessionBench'
import { temporaryFolder } from './temporaryFolder'
import { workerPath } from './workerPath'

/** Two boards on one bench, each with an open session. */
export interface TwoBoards {
  bench: SessionBench
  first: BoardSession
  second: BoardSession
  dispose(): Promise<void>
}

/** Two virtual boards with empty flashes, at their prompts. */
export async function twoBoards(): Promise<TwoBoards> {
  const ports: PortInfo[] = ['one', 'two'].map((path) => ({ path, kind: 'virtual', name: `Board ${path}`, hasHardwareId: false }))
  const boards = new Map<string, VirtualBoard>()
  for (const { path } of ports) boards.set(path, new VirtualBoard({ folder: await temporaryFolder(), workerPath, clock: systemClock }))
  const boardAt = (path: string): VirtualBoard => {
    const board = boards.get(path)
    if (board === undefined) throw new Error(`There is no board at ${path}`)
    return board
  }
  const workspace = new Workspace({ grantsFile: `${await temporaryFolder()}/grants.json` })
  const [port = { path: '', kind: 'virtual', name: '', hasHardwareId: false }] = ports
  const bench = new SessionBench(port, ({ path }) => new VirtualPort(boardAt(path), systemClock), workspace)
  bench.ports = ports
  const sessions: BoardSession[] = []
  for (const { path } of ports) {
    const session = bench.sessions.get((await bench.sessions.open(path)).id)
    await bench.reach(session, 'ready')
    sessions.push(session)
  }
  const [first, second] = sessions
  if (first === undefined || second === undefined) throw new Error('Two boards are needed')
  return {
    bench,
    first,
    second,
    async dispose() {
      await bench.dispose()
      for (const board of boards.values()) {
        await board.powerOff()
        board.dispose()
      }
    },
  }
}
