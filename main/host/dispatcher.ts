import { isRequestName, requests } from '../../shared/contract/requests'
import { AppError, type WireError } from '../../shared/errors'
import type { Log } from '../log/log'
import type { Caller, Handlers } from './handler'

/** What a request came to, ready to cross. */
export type Answer = { ok: true; result: unknown } | { ok: false; error: WireError }

/**
 * Checks a request against the contract, has it answered, and turns every failure into data. Never rejects.
 * What nobody foresaw is logged with its stack and sent as `internal`.
 */
export async function dispatch(
  handlers: Handlers,
  log: Pick<Log, 'write'>,
  name: string,
  params: unknown,
  caller: Caller,
): Promise<Answer> {
  try {
    if (!isRequestName(name)) throw new AppError('invalid-request', `There is no request “${name.slice(0, 100)}”`)
    const checked = requests[name].params.safeParse(params)
    if (!checked.success) {
      const issue = checked.error.issues[0]
      throw new AppError('invalid-request', `${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, { request: name })
    }
    // Name and parameters belong together as just checked, which the types of a table cannot say.
    const handler = handlers[name] as (params: unknown, caller: Caller) => Promise<unknown>
    return { ok: true, result: await handler(checked.data, caller) }
  } catch (thrown) {
    const error = AppError.from(thrown)
    if (error.code === 'internal')
      log.write('error', `${name}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`)
    if (error.code === 'invalid-request') log.write('warn', error.message)
    return { ok: false, error: error.toWire() }
  }
}
