import type { OutputItem } from '../../shared/board'
import type { Bridge } from '../../shared/contract/bridge'
import { hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type Disposable, DisposableStore, toDisposable } from '../../shared/lifecycle'
import { reportFailure } from '../stores/noticesStore'
import { useSessions } from '../stores/sessionsStore'
import { joinChannel } from './channels'

/** Output of one channel, in order. */
export interface FeedBatch {
  channel: string
  items: readonly OutputItem[]
  /** True for output from before the window began to follow: it must not be answered. */
  kept: boolean
  /** True when the kept output replaces everything that the channel has shown: the page was cut off from main. */
  fresh: boolean
}

/** Takes output in; resolves when it has been dealt with, which lets main send more. */
export type FeedSink = (batch: FeedBatch) => Promise<void>

interface Follower {
  channel: string
  /** Output that came before the answer to `session.follow`; null once that has come. */
  early: { seq: number; items: readonly OutputItem[] }[] | null
}

/** The window's one subscriber of the output of each session: fans it out to terminal and plotter, then acknowledges it. */
export class OutputFeed implements Disposable {
  private readonly owned = new DisposableStore()
  private readonly sinks = new Set<FeedSink>()
  private readonly followers = new Map<string, Follower>()

  constructor(private readonly bridge: Bridge) {}

  /** Adds a sink; to be called before `start`, so that none misses a byte. */
  addSink(sink: FeedSink): Disposable {
    this.sinks.add(sink)
    return toDisposable(() => this.sinks.delete(sink))
  }

  /** Begins to follow every session there is and will be. */
  start(): void {
    this.owned.add(
      this.bridge.on('session.output', ({ session, seq, items }) => {
        const follower = this.followers.get(session)
        if (follower === undefined) return
        if (follower.early !== null) follower.early.push({ seq, items })
        else this.deliver(session, seq, { channel: follower.channel, items, kept: false, fresh: false })
      }),
    )
    this.owned.add(
      this.bridge.onLost((lost) => {
        if (lost) return
        const again = [...this.followers.keys()]
        this.followers.clear()
        for (const session of again) this.followIfOpen(session, true)
      }),
    )
    this.owned.add(toDisposable(useSessions.subscribe(() => this.followNew())))
    this.followNew()
  }

  dispose(): void {
    this.owned.dispose()
    this.followers.clear()
  }

  private followNew(): void {
    const { sessions } = useSessions.getState()
    for (const [id, { channel }] of [...this.followers]) {
      if (sessions[id] !== undefined) continue
      this.followers.delete(id)
      // Main says nothing in a session that is gone; whoever looks at the scrollback should see that it has ended.
      this.spread({ channel, items: [{ kind: 'marker', text: t('Disconnected'), tone: 'info' }], kept: false, fresh: false }).catch(
        reportStop,
      )
    }
    for (const id of Object.keys(sessions)) if (!this.followers.has(id)) this.followIfOpen(id, false)
  }

  private followIfOpen(session: string, fresh: boolean): void {
    const snapshot = useSessions.getState().sessions[session]
    if (snapshot === undefined) return
    const follower: Follower = { channel: snapshot.boardKey, early: [] }
    this.followers.set(session, follower)
    joinChannel(session, follower.channel)
    this.bridge.request('session.follow', { session }).then(
      ({ items, seq }) => {
        if (this.followers.get(session) !== follower) return
        const early = follower.early ?? []
        follower.early = null
        this.deliver(session, seq, { channel: follower.channel, items, kept: true, fresh })
        for (const batch of early) {
          if (batch.seq > seq)
            this.deliver(session, batch.seq, { channel: follower.channel, items: batch.items, kept: false, fresh: false })
        }
      },
      (error: unknown) => {
        if (!hasCode(error, 'not-connected', 'not-found', 'connection-lost')) reportFailure(t('The board’s output can’t be shown'), error)
      },
    )
  }

  private deliver(session: string, seq: number, batch: FeedBatch): void {
    this.spread(batch)
      .then(() => this.bridge.request('session.acknowledge', { session, seq }))
      .catch(reportStop)
  }

  private async spread(batch: FeedBatch): Promise<void> {
    await Promise.all([...this.sinks].map((sink) => sink(batch)))
  }
}

function reportStop(error: unknown): void {
  // A session that has ended needs no acknowledgement, and a lost main is told anew by `session.follow`.
  if (!hasCode(error, 'not-connected', 'not-found', 'connection-lost')) reportFailure(t('The board’s output stopped'), error)
}
