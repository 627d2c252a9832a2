import { type LineTiming, uart, usbFullSpeed } from './link/lineTiming'
import { onPty, serialLine } from './link/ptyLine'
import { onSimulatedLine } from './link/simulatedLine'
import type { Measure } from './measure'
import { beyondWire, costMeasures, roundTrips, shareOfLine, wireBytes } from './transferMeasures'
import { BenchedBoard, type BenchedLine, type Cost, expectEqual } from './transferRun'
import { EXECS, MAKE_TREE, RANDOM, SMALL_FILES, TREE_FILES, pythonSource, smallFile } from './transferWork'

/** The WebAssembly firmware hides its base64 behind one in Python, which no board has and which needs ten times the memory. */
const NATIVE_BASE64 = "import sys,ubinascii\nsys.modules['binascii']=ubinascii\ndel sys,ubinascii\n"

const TREE = `tree of ${TREE_FILES} files with hashes`
const EXEC = `exec("pass"), ${EXECS} times`
const BARE = `a bare round trip, ${EXECS} times`
const SMALL = `${SMALL_FILES} small files`

/** What work on a board costs: over lines that are simulated to the byte, and over a bare pseudo-terminal in real time. */
export async function transfers(): Promise<Measure[]> {
  const serial = await onSimulatedLine(uart(115_200), allWork)
  const serialAsText = await onSimulatedLine(uart(115_200), textWork)
  const usb = await onSimulatedLine(usbFullSpeed, allWork)
  const pty = await onPty(undefined, (path) => allWork(serialLine(path)))
  // A pseudo-terminal has no rate: its own time is that of as many round trips on which nothing is done.
  const bareMs = (pty.get(BARE)?.ms ?? 0) / EXECS
  return [
    ...lineMeasures('115200', serial, uart(115_200)),
    shareOfLine('115200: random up', serial.get('random up'), uart(115_200), 0.85),
    shareOfLine('115200: random down', serial.get('random down'), uart(115_200), 0.85),
    shareOfLine('115200: Python up', serial.get('Python up'), uart(115_200), 2.5),
    ...costMeasures('115200, without binary stdin', serialAsText, uart(115_200)),
    wireBytes('115200, without binary stdin: random up', serialAsText.get('random up'), 1.4),
    wireBytes('115200, without binary stdin: random down', serialAsText.get('random down'), 1.4),
    beyondWire('115200: one exec("pass")', serial.get(EXEC), EXECS, ({ sent, received }) => (sent + received) / uart(115_200).rate),
    ...lineMeasures('USB', usb, usbFullSpeed),
    ...lineMeasures('pseudo-terminal', pty, undefined),
    beyondWire('pseudo-terminal: one exec("pass")', pty.get(EXEC), EXECS, ({ roundTrips }) => roundTrips * bareMs),
  ]
}

/** All that is measured of a line, and what is promised for each. */
function lineMeasures(name: string, costs: ReadonlyMap<string, Cost>, timing: LineTiming | undefined): Measure[] {
  return [
    ...costMeasures(name, costs, timing),
    wireBytes(`${name}: random up`, costs.get('random up'), 1.05),
    wireBytes(`${name}: random down`, costs.get('random down'), 1.05),
    roundTrips(`${name}: ${SMALL} up, round trips a file`, costs.get(`${SMALL} up`), SMALL_FILES),
    roundTrips(`${name}: ${SMALL} down, round trips a file`, costs.get(`${SMALL} down`), SMALL_FILES),
    roundTrips(`${name}: ${TREE}, round trips`, costs.get(TREE), 1),
  ]
}

async function allWork(line: BenchedLine): Promise<ReadonlyMap<string, Cost>> {
  const board = new BenchedBoard(line)
  await board.measure('cold start', 0, () => board.coldStart())
  await board.measure(BARE, 0, () => board.bareRoundTrips(EXECS))
  await board.measure(EXEC, 0, async () => {
    for (let time = 0; time < EXECS; time += 1) await board.repl.exec('pass')
  })
  await board.moveFile('random', RANDOM)
  await board.moveFile('Python', pythonSource())
  await board.prepare(() => board.files.makeFolder('/small'))
  const small = Array.from({ length: SMALL_FILES }, (_, index) => smallFile(index))
  const total = small.reduce((sum, bytes) => sum + bytes.length, 0)
  await board.measure(`${SMALL} up`, total, async () => {
    for (const [index, bytes] of small.entries()) await board.files.writeFile(`/small/file${index}.py`, bytes)
  })
  await board.measure(`${SMALL} down`, total, async () => {
    for (const [index, bytes] of small.entries()) expectEqual(bytes, await board.files.readFile(`/small/file${index}.py`))
  })
  await board.prepare(() => board.files.remove(['/random.bin', '/Python.bin', '/small']))
  const { error } = await board.prepare(() => board.repl.exec(MAKE_TREE, { timeoutMs: 60_000 }))
  if (error !== '') throw new Error(error)
  const entries = await board.measure(TREE, 0, () => board.files.listTree('/tree', { hashes: true }))
  if (entries.filter(({ sha256 }) => sha256 !== undefined).length !== TREE_FILES) throw new Error('Not every file was told with its hash')
  await board.close()
  return board.end()
}

/** What files cost where the board reads no binary input. */
async function textWork(line: BenchedLine): Promise<ReadonlyMap<string, Cost>> {
  const board = new BenchedBoard(line, { hasBinaryInput: false, encoding: 'base64' })
  await board.prepare(() => board.coldStart())
  await board.prepare(() => board.repl.exec(NATIVE_BASE64))
  await board.moveFile('random', RANDOM)
  await board.moveFile('Python', pythonSource())
  await board.close()
  return board.end()
}
