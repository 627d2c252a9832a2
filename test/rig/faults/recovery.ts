import type { BoardSession } from '../../../main/board/boardSession'
import { AppError, hasCode } from '../../../shared/errors'
import type { FaultPlan } from './faultPlan'
import type { FaultRig } from './faultRig'
import type { BoardTree } from './operation'
import { TEMPORARY } from './oracle'

/** A board that is back is opened again, and its prompt proven, within this. */
const BACK_LIMIT_MS = 30_000
const STEP_LIMIT_MS = 60_000
const PATH = '/after.txt'
const BYTES = new TextEncoder().encode('after the fault\n')

/** The faults have ended: the board comes back, a file is saved, read back and listed, and nothing else changes. Answers what went wrong. */
export async function recover(rig: FaultRig, session: BoardSession, before: BoardTree, plan: FaultPlan): Promise<string[]> {
  await rig.mend()
  const problems: string[] = []
  const step = async <T>(what: string, limitMs: number, work: () => Promise<T>): Promise<T | undefined> => {
    if (problems.length > 0) return undefined
    const result = work()
    result.catch(() => undefined) // looked at below
    const end = await rig.clock.drive(result, limitMs)
    if (end !== 'settled') {
      problems.push(`afterwards ${what} is ${end}; the session is ${session.snapshot().state.kind}`)
      return undefined
    }
    try {
      return await result
    } catch (thrown) {
      const { code, message, details } = AppError.from(thrown)
      if (isForWantOfRoom(thrown, plan)) return undefined
      problems.push(`afterwards ${what} failed: ${code} ${message} ${JSON.stringify(details)}`)
      return undefined
    }
  }
  await step('coming back', BACK_LIMIT_MS, () => isBack(rig, session))
  await step('getting the prompt', BACK_LIMIT_MS, () => session.getPrompt())
  const saved = await step('saving', STEP_LIMIT_MS, () => session.writeFile(PATH, BYTES, 'stop'))
  const read = saved === undefined ? undefined : await step('reading', STEP_LIMIT_MS, () => session.readFile(PATH, 'stop'))
  const listed = await step('listing', STEP_LIMIT_MS, () => session.list('/', 'stop'))
  if (problems.length > 0) return problems
  const now = await rig.storage()
  if (read !== undefined && !Buffer.from(read).equals(BYTES)) problems.push('afterwards other bytes were read than saved')
  const top = [...now.keys()].filter((path) => path.lastIndexOf('/') === 0).sort()
  const seen = (listed?.entries ?? []).map(({ path }) => path).sort()
  if (listed !== undefined && JSON.stringify(seen) !== JSON.stringify(top))
    problems.push(`afterwards the listing says ${seen.join()}, not ${top.join()}`)
  for (const [path, bytes] of before) {
    const found = now.get(path)
    const isSame = bytes === null || found === null || found === undefined ? found === bytes : Buffer.from(found).equals(bytes)
    if (!isSame && path !== PATH && !TEMPORARY.test(path))
      problems.push(`afterwards ${path} is ${found === undefined ? 'gone' : 'another'}`)
  }
  const { state } = session.snapshot()
  if (state.kind !== 'ready') problems.push(`afterwards the session is ${state.kind}`)
  return problems
}

/** A lost board is found and its port opened. */
function isBack(rig: FaultRig, session: BoardSession): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (session.snapshot().state.kind === 'lost') rig.clock.after(100, look)
      else resolve()
    }
    look()
  })
}

function isForWantOfRoom(thrown: unknown, { freeBlocks, freeHeap }: FaultPlan): boolean {
  if (freeBlocks !== undefined && hasCode(thrown, 'no-space')) return true
  return freeHeap !== undefined && hasCode(thrown, 'board-error') && /MemoryError/.test(String(thrown.details.traceback))
}
