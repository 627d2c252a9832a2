import { describe, expect, it, vi } from 'vitest'
import { BoardMemory, type SessionSnapshot } from '../../../shared/board'
import { AppError } from '../../../shared/errors'
import { Emitter } from '../../../shared/lifecycle'
import { defaultSettings } from '../../../shared/settings'
import type { SessionDeps } from '../../../main/board/sessionDeps'
import { Sessions } from '../../../main/board/sessions'
import { SyncStates } from '../../../main/board/syncStates'
import { HistoryStore } from '../../../main/history/historyStore'
import type { Gone, Transport } from '../../../main/transport/transport'
import { FakeClock, settle } from '../../rig/fakeClock'

/** A port at which nothing answers; `opening` says how opening it goes. */
function silentPort(path: string, opening: () => Promise<void>): Transport & { sent: Uint8Array[]; closed: ReturnType<typeof vi.fn> } {
  const sent: Uint8Array[] = []
  const closed = vi.fn()
  return {
    path,
    sent,
    closed,
    hasSignals: false,
    onData: new Emitter<Uint8Array>().event,
    onGone: new Emitter<Gone>().event,
    open: opening,
    write: (bytes) => {
      sent.push(bytes)
      return Promise.resolve()
    },
    pause: () => undefined,
    resume: () => undefined,
    setSignals: () => Promise.resolve(),
    close: () => {
      closed()
      return Promise.resolve()
    },
  }
}

function sessionsWith(opening: () => Promise<void>) {
  const clock = new FakeClock()
  const made: ReturnType<typeof silentPort>[] = []
  const unused = (): Promise<never> => Promise.reject(new AppError('internal', 'not used here'))
  const deps: SessionDeps = {
    clock,
    makeTransport: ({ path }) => {
      const port = silentPort(path, opening)
      made.push(port)
      return port
    },
    ports: { current: [], onChange: new Emitter<[]>().event },
    memory: { get: () => Promise.resolve(BoardMemory.parse({})), update: () => Promise.resolve() },
    settings: { get: () => defaultSettings },
    log: { write: () => undefined },
    openSessionLog: () => ({ write: () => undefined, close: () => Promise.resolve() }),
    workspace: {
      list: unused,
      readFile: unused,
      writeFile: unused,
      makeFolder: unused,
      tree: unused,
      hashFile: unused,
      writeInPieces: unused,
    },
    history: new HistoryStore('/nowhere', clock, () => defaultSettings),
    syncStates: new SyncStates('/nowhere'),
  }
  return { sessions: new Sessions(deps), made, clock }
}

describe('the open sessions', () => {
  it('a port named by hand opens, asks what to do, and gets not a byte', async () => {
    const { sessions, made, clock } = sessionsWith(() => Promise.resolve())
    const snapshot = await sessions.open('/dev/ttyX9')
    await clock.advance(60_000)
    expect(snapshot).toMatchObject({
      boardKey: 'port:/dev/ttyX9',
      greeting: 'ask',
      state: { kind: 'attached' },
      canHardReset: false,
      port: { path: '/dev/ttyX9', kind: 'serial', name: '/dev/ttyX9', hasHardwareId: false },
    })
    expect(made[0]?.sent).toEqual([])
  })

  it('two windows that open the same port share one session', async () => {
    const { sessions, made } = sessionsWith(() => Promise.resolve())
    const [first, second] = await Promise.all([sessions.open('/dev/ttyX9'), sessions.open('/dev/ttyX9')])
    expect(second.id).toBe(first.id)
    expect(made).toHaveLength(1)
  })

  it('a port that can’t be opened says why, closes what it holds and leaves no session behind', async () => {
    const { sessions, made } = sessionsWith(() => Promise.reject(new AppError('port-busy', 'taken', { holder: 'screen' })))
    const states: SessionSnapshot['state'][] = []
    const removed: string[] = []
    sessions.onChange(({ state }) => states.push(state))
    sessions.onRemoved((id) => removed.push(id))
    await expect(sessions.open('/dev/ttyX9')).rejects.toMatchObject({ code: 'port-busy', details: { holder: 'screen' } })
    expect(states.at(-1)).toMatchObject({ kind: 'closed', error: { code: 'port-busy' } })
    expect(sessions.list()).toEqual([])
    expect(removed).toHaveLength(1)
    expect(made[0]?.closed).toHaveBeenCalled()
  })

  it('an opening that hangs can be called off', async () => {
    const { sessions, clock } = sessionsWith(() => new Promise(() => undefined))
    const opening = sessions.open('/dev/ttyX9')
    opening.catch(() => undefined)
    await settle()
    const [snapshot] = sessions.list()
    expect(snapshot?.state.kind).toBe('opening')
    await sessions.get(snapshot?.id ?? '').close()
    expect(sessions.list()).toEqual([])
    expect(() => sessions.get(snapshot?.id ?? '')).toThrow(AppError)
    await clock.advance(20_000)
  })
})
