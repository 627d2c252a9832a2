import { expect, test } from 'vitest'
import { AppError } from '../../../shared/errors'
import { dispatch } from '../../../main/host/dispatcher'
import type { Caller, Handlers } from '../../../main/host/handler'

const logged: string[] = []
const log = { write: (level: string, text: string) => logged.push(`${level} ${text}`) }
const caller = {} as Caller

/** A table with one handler: enough for requests by its name. */
function table(name: keyof Handlers, handler: (params: unknown) => Promise<unknown>): Handlers {
  return { [name]: handler } as unknown as Handlers
}

test('a request that fits the contract reaches its handler with what it carries, and the result comes back', async () => {
  const bytes = Uint8Array.of(0, 1, 255)
  const handlers = table('session.input', (params) => Promise.resolve(params))
  expect(await dispatch(handlers, log, 'session.input', { session: 's1', bytes }, caller)).toEqual({
    ok: true,
    result: { session: 's1', bytes },
  })
})

test.each([
  ['an unknown name', 'app.everything', {}],
  ['a name of every object', 'constructor', {}],
  ['a missing parameter', 'session.input', { session: 's1' }],
  ['bytes that are none', 'session.input', { session: 's1', bytes: [1, 2] }],
  ['no bytes at all', 'session.input', { session: 's1', bytes: null }],
  ['a parameter too many', 'session.close', { session: 's1', extra: 1 }],
  ['a path that leaves the board’s folders', 'board.readFile', { session: 's1', path: '/../etc', stop: 'refuse' }],
  ['a window key that could be a path', 'layout.load', { window: '../../x' }],
  ['no parameters', 'settings.update', undefined],
])('%s never reaches a handler', async (_what, name, params) => {
  let reached = 0
  const handler = (): Promise<null> => {
    reached += 1
    return Promise.resolve(null)
  }
  const handlers = {
    'session.input': handler,
    'session.close': handler,
    'board.readFile': handler,
    'layout.load': handler,
    'settings.update': handler,
  } as unknown as Handlers
  expect(await dispatch(handlers, log, name, params, caller)).toMatchObject({ ok: false, error: { code: 'invalid-request' } })
  expect(reached).toBe(0)
})

test('a failure crosses as data, with its code and facts', async () => {
  const handlers = table('session.open', () => Promise.reject(new AppError('port-busy', 'In use', { holder: 'minicom' })))
  const answer = await dispatch(handlers, log, 'session.open', { port: 'COM7' }, caller)
  expect(answer).toEqual({ ok: false, error: { code: 'port-busy', message: 'In use', details: { holder: 'minicom' } } })
})

test('what nobody foresaw is sent as `internal` and stands in the log with its stack, also when it is thrown at once', async () => {
  const handlers = table('session.list', () => {
    throw new TypeError('x is not a function')
  })
  expect(await dispatch(handlers, log, 'session.list', {}, caller)).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(logged.at(-1)).toMatch(/^error session\.list: TypeError: x is not a function\n\s+at /)
})
