import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useChannels } from '../../../renderer/terminal/channels'
import { type FeedBatch, OutputFeed } from '../../../renderer/terminal/outputFeed'
import { useNotices } from '../../../renderer/stores/noticesStore'
import { dropSession, putSession, useSessions } from '../../../renderer/stores/sessionsStore'
import type { OutputItem, SessionSnapshot } from '../../../shared/board'
import type { Bridge } from '../../../shared/contract/bridge'
import type { EventPayload } from '../../../shared/contract/events'
import { AppError } from '../../../shared/errors'
import { Emitter } from '../../../shared/lifecycle'

function session(id: string, boardKey: string): SessionSnapshot {
  return {
    id,
    boardKey,
    port: { path: boardKey, kind: 'serial', name: boardKey, hasHardwareId: false },
    state: { kind: 'ready' },
    board: null,
    storage: null,
    memory: null,
    greeting: 'prompt',
    watchOnly: false,
    canHardReset: true,
    interruptIgnored: false,
  }
}

const line = (text: string): OutputItem => ({ kind: 'marker', text, tone: 'info' })

/** A bridge whose answers the test gives itself. */
class FakeBridge {
  readonly output = new Emitter<EventPayload<'session.output'>>()
  readonly lost = new Emitter<boolean>()
  readonly acknowledged: { session: string; seq: number }[] = []
  readonly follows: {
    session: string
    resolve: (kept: { items: OutputItem[]; seq: number }) => void
    reject: (error: AppError) => void
  }[] = []

  /** As the feed sees it. */
  readonly bridge = {
    on: (_name: string, listener: (payload: EventPayload<'session.output'>) => void) => this.output.event(listener),
    onLost: this.lost.event,
    request: (name: string, params: { session: string; seq: number }) => {
      if (name === 'session.follow')
        return new Promise((resolve, reject) => this.follows.push({ session: params.session, resolve, reject }))
      this.acknowledged.push({ session: params.session, seq: params.seq })
      return Promise.resolve(null)
    },
  } as unknown as Bridge
}

let fake: FakeBridge
let feed: OutputFeed
let batches: (FeedBatch & { done: () => void })[]

beforeEach(() => {
  useSessions.setState({ sessions: {}, active: null })
  useChannels.setState({ bySession: {}, current: {} })
  useNotices.setState({ notices: [] })
  fake = new FakeBridge()
  batches = []
  feed = new OutputFeed(fake.bridge)
  feed.addSink((batch) => new Promise((done) => batches.push({ ...batch, done })))
  feed.start()
})

afterEach(() => feed.dispose())

describe('the output of boards', () => {
  it('shows what came before the window, then what comes, nothing twice and nothing lost', async () => {
    putSession(session('s1', 'board'))
    fake.output.fire({ session: 's1', seq: 4, items: [line('in the answer too')] })
    fake.output.fire({ session: 's1', seq: 5, items: [line('after the answer')] })
    fake.follows[0]?.resolve({ items: [line('kept')], seq: 4 })
    await vi.waitFor(() => expect(batches.length).toBe(2))
    fake.output.fire({ session: 's1', seq: 6, items: [line('live')] })
    expect(batches.map(({ channel, items, kept }) => ({ channel, items, kept }))).toEqual([
      { channel: 'board', items: [line('kept')], kept: true },
      { channel: 'board', items: [line('after the answer')], kept: false },
      { channel: 'board', items: [line('live')], kept: false },
    ])
  })

  it('lets main send more only when everything has been drawn', async () => {
    putSession(session('s1', 'board'))
    fake.follows[0]?.resolve({ items: [], seq: 9 })
    await vi.waitFor(() => expect(batches.length).toBe(1))
    expect(fake.acknowledged).toEqual([])
    batches[0]?.done()
    await vi.waitFor(() => expect(fake.acknowledged).toEqual([{ session: 's1', seq: 9 }]))
  })

  it('goes on in the same terminal when a board comes back under a new session', async () => {
    putSession(session('s1', 'board'))
    dropSession('s1')
    putSession(session('s2', 'board'))
    fake.follows[1]?.resolve({ items: [line('back')], seq: 1 })
    await vi.waitFor(() =>
      expect(batches.map(({ channel, items, fresh }) => [channel, items, fresh])).toEqual([
        ['board', [line('Disconnected')], false],
        ['board', [line('back')], false],
      ]),
    )
    expect(useChannels.getState()).toEqual({ bySession: { s1: 'board', s2: 'board' }, current: { board: 's2' } })
  })

  it('draws anew, not twice, after the window was cut off from main', async () => {
    putSession(session('s1', 'board'))
    fake.follows[0]?.resolve({ items: [line('a')], seq: 1 })
    await vi.waitFor(() => expect(batches.length).toBe(1))
    fake.lost.fire(true)
    fake.lost.fire(false)
    fake.follows[1]?.resolve({ items: [line('a'), line('b')], seq: 2 })
    await vi.waitFor(() => expect(batches[1]).toMatchObject({ fresh: true, items: [line('a'), line('b')] }))
  })

  it('says so when the output can’t be had, but not of a session that has just ended', async () => {
    putSession(session('s1', 'one'))
    putSession(session('s2', 'two'))
    fake.follows[0]?.reject(new AppError('not-found', 'no such session'))
    fake.follows[1]?.reject(new AppError('internal', 'a fault'))
    await vi.waitFor(() => expect(useNotices.getState().notices.map((notice) => notice.text)).toEqual(['a fault']))
  })
})
