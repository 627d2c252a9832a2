import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type LineTiming, uart, usbFullSpeed } from './link/lineTiming'
import { onPty, serialLine } from './link/ptyLine'
import type { Measure } from './measure'
import { findMpremote, timeMpremote } from './mpremote'
import { BenchedBoard, expectEqual } from './transferRun'
import { SHORT_RANDOM, SMALL_FILES, pythonSource, smallFile } from './transferWork'

const SMALL = `${SMALL_FILES} small files up`

/** Milliseconds, by the work's name. */
type Times = ReadonlyMap<string, number>

/**
 * The same work by mpremote and by us, in real time on the same line: how many times as long it takes. Its own start, which is a program's and no transfer's, is
 * taken off its transfers. Nothing where there is no mpremote.
 */
export async function transfersBesideMpremote(): Promise<Measure[]> {
  const program = findMpremote()
  if (program === undefined) return []
  const lines: readonly (readonly [string, LineTiming | undefined])[] = [
    // In real time a busy computer keeps the board's thread waiting, which no real board does: nothing gets lost for that.
    ['115200', { ...uart(115_200), hasBackPressure: true }],
    ['USB', usbFullSpeed],
    ['pseudo-terminal', undefined],
  ]
  const measures: Measure[] = []
  for (const [line, timing] of lines) {
    const ours = await onPty(timing, ourTimes)
    const theirs = await onPty(timing, (port) => timesOf(program, port))
    for (const [work, ms] of ours) {
      const other = theirs.get(work) ?? Number.NaN
      measures.push({
        name: `${line}: ${work}, mpremote’s time to ours`,
        value: other / ms,
        unit: 'ratio',
        facts: { ours: ms, theirs: other },
      })
    }
  }
  return measures
}

async function ourTimes(port: string): Promise<Times> {
  const board = new BenchedBoard(serialLine(port))
  await board.measure('cold start', 0, () => board.coldStart())
  await board.moveFile('random', SHORT_RANDOM)
  await board.moveFile('Python', pythonSource())
  await board.prepare(() => board.files.makeFolder('/small'))
  await board.measure(SMALL, 0, async () => {
    for (let index = 0; index < SMALL_FILES; index += 1) await board.files.writeFile(`/small/file${index}.py`, smallFile(index))
  })
  await board.close()
  return new Map([...board.end()].map(([work, { ms }]) => [work, ms]))
}

async function timesOf(program: string, port: string): Promise<Times> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'perfboard-bench-'))
  const times = new Map<string, number>()
  try {
    const start = await timeMpremote(program, port, 'fs', 'ls')
    times.set('cold start', start)
    for (const [name, bytes] of [
      ['random', SHORT_RANDOM],
      ['Python', pythonSource()],
    ] as const) {
      const local = path.join(folder, `${name}.bin`)
      const back = path.join(folder, `${name}.back`)
      writeFileSync(local, bytes)
      times.set(`${name} up`, (await timeMpremote(program, port, 'fs', 'cp', local, `:${name}.bin`)) - start)
      times.set(`${name} down`, (await timeMpremote(program, port, 'fs', 'cp', `:${name}.bin`, back)) - start)
      expectEqual(bytes, readFileSync(back))
    }
    const small = path.join(folder, 'small')
    mkdirSync(small)
    for (let index = 0; index < SMALL_FILES; index += 1) writeFileSync(path.join(small, `file${index}.py`), smallFile(index))
    times.set(SMALL, (await timeMpremote(program, port, 'fs', 'cp', '-r', small, ':')) - start)
    return times
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
