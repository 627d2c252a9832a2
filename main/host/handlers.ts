import type { Services } from '../services'
import { appHandlers } from './appHandlers'
import { boardHandlers } from './boardHandlers'
import type { Handlers } from './handler'
import { hardwareHandlers } from './hardwareHandlers'
import { sessionHandlers } from './sessionHandlers'
import { syncHandlers } from './syncHandlers'
import { workspaceHandlers } from './workspaceHandlers'

/** Answers every request out of the services. */
export function makeHandlers(services: Services): Handlers {
  return {
    ...appHandlers(services),
    ...sessionHandlers(services),
    ...boardHandlers(services),
    ...hardwareHandlers(services),
    ...syncHandlers(services),
    ...workspaceHandlers(services),
  }
}
