import { describe, expect, it } from 'vitest'
import { JobQueue, MAX_WAITING } from '../../../main/board/jobQueue'
import { AppError } from '../../../shared/errors'
import { settle } from '../../rig/fakeClock'

describe('the queue of jobs', () => {
  it('jobs run one at a time, in order, also after one has failed', async () => {
    const queue = new JobQueue()
    const events: string[] = []
    const job =
      (name: string, fails = false) =>
      async (): Promise<string> => {
        events.push(`${name} begins`)
        await settle()
        events.push(`${name} ends`)
        if (fails) throw new AppError('board-error', name)
        return name
      }
    const results = await Promise.allSettled([queue.run(job('a')), queue.run(job('b', true)), queue.run(job('c'))])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  it('too many waiting jobs are refused instead of piling up', async () => {
    const queue = new JobQueue()
    const ends: (() => void)[] = []
    const wait = (): Promise<void> => new Promise((resolve) => ends.push(resolve))
    const jobs = Array.from({ length: MAX_WAITING + 1 }, () => queue.run(wait))
    await expect(queue.run(wait)).rejects.toMatchObject({ code: 'busy' })
    for (let ended = 0; ended <= MAX_WAITING; ended++) {
      ends.shift()?.()
      await settle()
    }
    await expect(Promise.all(jobs)).resolves.toHaveLength(MAX_WAITING + 1)
  })

  it('when the port vanishes waiting jobs fail with the cause, and idle is reached', async () => {
    const queue = new JobQueue()
    let end = (): void => undefined
    const first = queue.run(() => new Promise<void>((resolve) => (end = resolve)))
    const second = queue.run(() => Promise.resolve())
    queue.drop(new AppError('port-gone', 'gone'))
    await expect(second).rejects.toMatchObject({ code: 'port-gone' })
    const idle = queue.idle()
    end()
    await first
    await idle
  })
})
