import { AppError } from '../../../shared/errors'
import type { Params, RequestName } from '../../../shared/contract/requests'
import { setBridge } from '../../../renderer/bridge/bridge'

/** A request that the page made. */
export interface Asked {
  name: RequestName
  params: Record<string, unknown>
}

type Answers = { [N in RequestName]?: (params: Params<N>) => unknown }

/** Puts a main process in place that gives these answers; what it was asked is kept in order. */
export function fakeBridge(answers: Answers): Asked[] {
  const asked: Asked[] = []
  setBridge({
    request: async (name, params) => {
      asked.push({ name, params })
      const answer = answers[name] as ((params: unknown) => unknown) | undefined
      if (answer === undefined) throw new AppError('internal', `Nobody answers ${name}`)
      return (await answer(params)) as never
    },
    on: () => ({ dispose: () => undefined }),
    onLost: () => ({ dispose: () => undefined }),
  })
  return asked
}
