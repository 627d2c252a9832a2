import { BLOCK_BYTES, BLOCKS } from '../../../main/virtual/flash'
import type { BoardSession } from '../../../main/board/boardSession'
import { AppError } from '../../../shared/errors'
import type { FaultPlan } from './faultPlan'
import type { FaultRig } from './faultRig'
import { type BoardTree } from './operation'
import { judgeBoard, judgeClaim, type Outcome } from './oracle'
import { type Claim, perform, prepareDesk, readDesk } from './performOperation'
import { recover } from './recovery'
import { bootText, VARIANTS } from './variants'

/** The longest that any operation may take of the session's time, whatever happens to it. */
export const OPERATION_LIMIT_MS = 180_000
const SET_UP_LIMIT_MS = 20_000

/** What a plan brought to light. */
export interface FaultReport {
  plan: FaultPlan
  /** What should not have happened; empty when all is well. */
  problems: string[]
  /** `done`, or the code of the failure. */
  ended: string
  /** How long the operation took of the session's time, ms. */
  tookMs: number
  /** What the session logged. */
  logged: string[]
  stuckBoards: number
}

/** Carries out a plan from beginning to end, and judges it. */
export async function runPlan(rig: FaultRig, plan: FaultPlan): Promise<FaultReport> {
  const rejected: unknown[] = []
  const note = (reason: unknown): void => void rejected.push(reason)
  process.on('unhandledRejection', note)
  const problems: string[] = []
  let ended = 'not begun'
  let tookMs = 0
  try {
    const before = filled(plan)
    const session = await rig.begin(before, VARIANTS[plan.variant].isRawOnly)
    await prepareDesk(plan.operation, rig.desk)
    await setUp(rig, session, plan)
    const startedAt = rig.clock.monotonic()
    const outcome = await underFaults(rig, session, plan)
    tookMs = rig.clock.monotonic() - startedAt
    if (outcome === undefined) problems.push(`the operation did not end within ${OPERATION_LIMIT_MS} ms`)
    else {
      ended = outcome.kind === 'done' ? 'done' : outcome.error.code
      problems.push(...(await judge(rig, session, plan, before, outcome)))
    }
    if (outcome?.kind === 'failed' && outcome.error.code === 'internal') problems.push(`an error of ours: ${outcome.error.stack ?? ''}`)
    problems.push(...(await recover(rig, session, outcome === undefined ? before : await rig.storage(), plan)))
  } catch (thrown) {
    problems.push(`the run broke: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`)
  }
  const leaked = await rig.end()
  if (leaked > 0) problems.push(`${leaked} timers were left`)
  process.off('unhandledRejection', note)
  for (const reason of rejected) problems.push(`nobody caught: ${reason instanceof Error ? (reason.stack ?? '') : String(reason)}`)
  return { plan, problems, ended, tookMs, logged: rig.logged, stuckBoards: rig.clock.stuckBoards }
}

/** The board's files at first, with boot.py, and with a large file where the disk is to be full. */
function filled({ before, variant, freeBlocks, freeHeap }: FaultPlan): BoardTree {
  const hold =
    freeHeap === undefined
      ? ''
      : `import gc,sys\nh=[]\nsys.modules['hold']=h\nwhile gc.mem_free()>${freeHeap}:h.append(bytearray(512))\ndel h,gc,sys\n`
  const tree = new Map(before).set('/boot.py', new TextEncoder().encode(bootText(VARIANTS[variant]) + hold))
  if (freeBlocks === undefined) return tree
  const used = [...tree.values()].reduce((sum, bytes) => sum + (bytes === null ? 2 : Math.max(1, Math.ceil(bytes.length / BLOCK_BYTES))), 2)
  return tree.set('/filler.bin', new Uint8Array(BLOCK_BYTES * Math.max(0, BLOCKS - used - freeBlocks)))
}

async function setUp(rig: FaultRig, session: BoardSession, { isRunning }: FaultPlan): Promise<void> {
  await settled(rig, session.getPrompt(), 'the prompt at first')
  if (!isRunning) return
  // It waits for input: a board that computes would hold the clock.
  session.run('program', 'while True:input()\n', 'stop').catch(() => undefined)
  await rig.clock.pass(500)
}

async function settled<T>(rig: FaultRig, work: Promise<T>, what: string): Promise<T> {
  const end = await rig.clock.drive(work, SET_UP_LIMIT_MS)
  if (end !== 'settled') throw new Error(`${what} is ${end}`)
  return await work
}

/** Undefined when the operation did not end. */
async function underFaults(rig: FaultRig, session: BoardSession, plan: FaultPlan): Promise<Outcome | undefined> {
  rig.onCancel = () => {
    const { state } = session.snapshot()
    if (state.kind === 'working') session.cancelJob(state.job.id)
  }
  rig.wire?.arm(plan.faults)
  const result: { outcome?: Outcome } = {}
  const work = perform(session, plan.operation, plan.before, rig.desk).then(
    (claim: Claim) => {
      result.outcome = { kind: 'done', claim }
    },
    (thrown: unknown) => {
      result.outcome = { kind: 'failed', error: AppError.from(thrown) }
    },
  )
  await rig.clock.drive(work, OPERATION_LIMIT_MS)
  return result.outcome
}

async function judge(rig: FaultRig, session: BoardSession, plan: FaultPlan, before: BoardTree, outcome: Outcome): Promise<string[]> {
  const { state } = session.snapshot()
  const problems = [
    ...judgeBoard(plan, before, outcome, await rig.storage()),
    ...judgeClaim(plan, before, outcome, await readDesk(rig.desk)),
  ]
  if (state.kind === 'working' || state.kind === 'opening') problems.push(`the operation has ended, and the session is still ${state.kind}`)
  if (plan.faults.length === 0 && outcome.kind === 'failed' && !isExpectedFailure(plan, outcome.error)) {
    problems.push(`without faults it failed: ${outcome.error.code} ${outcome.error.message} ${JSON.stringify(outcome.error.details)}`)
  }
  return problems
}

/** What fails on a healthy wire: for want of room or memory, or because the firmware can't. */
function isExpectedFailure({ variant, operation, freeBlocks, freeHeap }: FaultPlan, error: AppError): boolean {
  if (freeBlocks !== undefined && error.code === 'no-space') return true
  if (freeHeap !== undefined && /MemoryError/.test(String(error.details.traceback))) return true
  if (operation.kind !== 'rename') return false
  return error.code === (VARIANTS[variant].without.os?.includes('rename') === true ? 'not-available' : 'exists')
}
