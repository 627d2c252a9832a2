import type { CheckedParams, RequestName, Result } from '../../shared/contract/requests'
import type { FollowedOutput } from './followedOutput'
import type { WatchedHardware } from './watchedHardware'
import type { WindowHost } from './windowHost'
import type { WindowJournal } from './windowJournal'

/** The window that a request came from. */
export interface Caller {
  host: WindowHost
  followed: FollowedOutput
  watched: WatchedHardware
  journal: WindowJournal
}

/** What answers one request. Its parameters fit the contract already. */
export type Handler<N extends RequestName> = (params: CheckedParams<N>, caller: Caller) => Result<N> | Promise<Result<N>>

/** A handler for each request of the contract; one that is missing does not compile. */
export type Handlers = { [N in RequestName]: Handler<N> }

/** The handlers of all requests whose names begin with one of the prefixes. */
export type HandlersOf<Prefix extends string> = { [N in Extract<RequestName, `${Prefix}.${string}`>]: Handler<N> }
