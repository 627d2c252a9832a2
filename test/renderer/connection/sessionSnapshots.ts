import type { SessionSnapshot, SessionState } from '../../../shared/board'

/** Every state of a session once, for tests that go through all. */
export const everyState: readonly SessionState[] = [
  { kind: 'closed' },
  { kind: 'opening' },
  { kind: 'attached' },
  { kind: 'ready' },
  { kind: 'running', program: { name: 'blink.py', startedAt: 1_000, stopping: false } },
  {
    kind: 'working',
    job: { id: 3, name: 'Saving main.py', progress: { done: 42, total: 100, unit: 'bytes' }, cancellable: true, cancelling: false },
  },
  { kind: 'lost', since: 5_000 },
]

/** A session on a serial port in the given state. */
export function snapshot(state: SessionState, more: Partial<SessionSnapshot> = {}): SessionSnapshot {
  return {
    id: 's1',
    port: { path: 'COM5', kind: 'serial', name: 'Raspberry Pi Pico', hasHardwareId: true },
    boardKey: 'port:COM5',
    state,
    board: null,
    storage: null,
    memory: null,
    greeting: 'prompt',
    watchOnly: false,
    canHardReset: true,
    interruptIgnored: false,
    ...more,
  }
}
