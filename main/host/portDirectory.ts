import type { PortInfo } from '../../shared/board'
import { type ListSource, WatchedList } from './watchedList'

/** All ports that can be opened: the built-in board, then the system's. */
export class PortDirectory extends WatchedList<PortInfo> {
  constructor(builtIn: PortInfo, makeSource: () => ListSource<PortInfo>) {
    super([builtIn], makeSource)
  }
}
