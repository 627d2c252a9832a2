import { describe, expect, it } from 'vitest'
import { hardResetReason, jobReason, monitorReason, promptReason, runReason, stopRole } from '../../../renderer/connection/availability'
import { everyState, snapshot } from './sessionSnapshots'

const byState = <T>(of: (session: ReturnType<typeof snapshot>) => T): Record<string, T> =>
  Object.fromEntries(everyState.map((state) => [state.kind, of(snapshot(state))]))

describe('what the buttons do in each state', () => {
  it('gives the stop button what can be ended now', () => {
    const roles = byState((session) => {
      const { label, does, reason, filled } = stopRole(session)
      return reason === null ? `${label}: ${does}${filled ? ', filled' : ''}` : 'unavailable'
    })
    expect(roles).toEqual({
      closed: 'unavailable',
      opening: 'Cancel: close',
      attached: 'Stop: stop',
      ready: 'unavailable',
      running: 'Stop: stop, filled',
      working: 'Cancel: cancel-job',
      lost: 'Stop waiting: close',
    })
  })

  it('runs in every state in which a job can start, and opens the picker without a board', () => {
    const available = byState((session) => runReason(session, true) === null)
    expect(available).toEqual({ closed: true, opening: false, attached: true, ready: true, running: true, working: false, lost: false })
    expect(runReason(null, true)).toBeNull()
    expect(runReason(null, false)).not.toBeNull()
  })

  it('lets nothing but the end of the connection through while only watching', () => {
    for (const state of everyState) {
      const session = snapshot(state, { watchOnly: true })
      expect(jobReason(session), state.kind).not.toBeNull()
      expect(hardResetReason(session), state.kind).not.toBeNull()
      const role = stopRole(session)
      if (role.does === 'stop') expect(role.reason, state.kind).not.toBeNull()
    }
  })

  it('sends nothing to a serial monitor but what is typed, and lets its prompt be asked for', () => {
    for (const state of everyState) {
      const monitor = snapshot(state, { greeting: 'monitor' })
      expect(jobReason(monitor), state.kind).not.toBeNull()
      if (state.kind === 'attached') expect(stopRole(monitor).reason).not.toBeNull()
      const isProven = state.kind === 'ready' || state.kind === 'running' || state.kind === 'working'
      expect(monitorReason(snapshot(state)) === null, state.kind).toBe(!isProven && state.kind !== 'closed')
      expect(promptReason(monitor), state.kind).toBe(jobReason(snapshot(state)))
    }
  })

  it('gives a reason as a sentence wherever something is unavailable', () => {
    for (const state of everyState) {
      const session = snapshot(state, { canHardReset: false })
      for (const reason of [jobReason(session), hardResetReason(session), stopRole(session).reason, runReason(session, false)]) {
        if (reason !== null) expect(reason).toMatch(/^[A-Z].*\.$/)
      }
    }
  })

  it('cannot cancel a job twice, nor one that must not be cancelled', () => {
    const job = { id: 1, name: 'Saving a.py', cancellable: true, cancelling: false }
    expect(stopRole(snapshot({ kind: 'working', job })).reason).toBeNull()
    expect(stopRole(snapshot({ kind: 'working', job: { ...job, cancelling: true } })).reason).not.toBeNull()
    expect(stopRole(snapshot({ kind: 'working', job: { ...job, cancellable: false } })).reason).not.toBeNull()
  })
})
