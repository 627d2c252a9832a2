// The thread that is the virtual board: entry of its own bundle, started by VirtualBoard.
import { parentPort, workerData } from 'node:worker_threads'
import { BoardConsole } from './boardConsole'
import type { BoardMessage, BoardSetup } from './boardLink'
import { BoardLoop } from './boardLoop'
import { Flash } from './flash'
import { FlashStore } from './flashStore'

const setup = workerData as BoardSetup
const tell = (message: BoardMessage): void => {
  parentPort?.postMessage(message)
}
const flash = new Flash(new FlashStore(setup.folder))
const module = new WebAssembly.Module(setup.firmware as Uint8Array<ArrayBuffer>)
new BoardLoop(module, new BoardConsole(setup.link, tell), flash, tell).run()
