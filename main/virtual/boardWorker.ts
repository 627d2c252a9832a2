// The thread that is the virtual board: entry of its own bundle, started by VirtualBoard.
import { parentPort, workerData } from 'node:worker_threads'
import { AlwaysOn } from './alwaysOn'
import { BoardConsole } from './boardConsole'
import type { BoardMessage, BoardSetup } from './boardLink'
import { BoardLoop } from './boardLoop'
import { Flash } from './flash'
import { FlashStore } from './flashStore'

const setup = workerData as BoardSetup
const tell = (message: BoardMessage): void => {
  parentPort?.postMessage(message)
}
const store = new FlashStore(setup.folder)
const flash = new Flash(store)
const board = new BoardConsole(setup.link, tell)
if (store.damage !== undefined) board.write(new TextEncoder().encode(`\r\n${store.damage}\r\n`))
const module = new WebAssembly.Module(setup.firmware as Uint8Array<ArrayBuffer>)
new BoardLoop({ module, console: board, flash, alwaysOn: new AlwaysOn(setup.alwaysOn), tell }).run()
