import type { OutputItem } from '../../shared/board'
import type { Disposable } from '../../shared/lifecycle'
import type { Sessions } from '../board/sessions'
import type { WindowHost } from './windowHost'

type Following = ReturnType<ReturnType<Sessions['get']>['output']['follow']>

/** The sessions whose output one window follows, each with its flow control. */
export class FollowedOutput implements Disposable {
  private readonly following = new Map<string, Following>()

  constructor(
    private readonly sessions: Pick<Sessions, 'get'>,
    private readonly host: Pick<WindowHost, 'send'>,
  ) {}

  /** What is still kept of the output; later output comes as events. Following again starts anew (the page was reloaded). */
  follow(session: string): { items: OutputItem[]; seq: number } {
    const { output } = this.sessions.get(session)
    this.unfollow(session)
    const following = output.follow((batch) => {
      this.host.send('session.output', { session, seq: batch.seq, items: batch.items })
    })
    this.following.set(session, following)
    return { items: following.items, seq: following.seq }
  }

  /** The window has drawn everything up to `seq`. Late words about a session that is gone mean nothing. */
  acknowledge(session: string, seq: number): void {
    this.following.get(session)?.acknowledge(seq)
  }

  unfollow(session: string): void {
    this.following.get(session)?.dispose()
    this.following.delete(session)
  }

  dispose(): void {
    for (const session of [...this.following.keys()]) this.unfollow(session)
  }
}
