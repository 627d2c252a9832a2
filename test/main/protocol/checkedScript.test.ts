import { describe, expect, it } from 'vitest'
import { ask } from '../../../main/protocol/boardAnswer'
import { change, type CheckedScript, reading } from '../../../main/protocol/checkedScript'
import { RawRepl } from '../../../main/protocol/rawRepl'
import { checkedAnswer } from '../../rig/checkedAnswer'
import { FakeClock, passTimeUntil } from '../../rig/fakeClock'
import { rawReplPeer } from '../../rig/rawReplPeer'

const END = '\u0004\u0004>'
const READS = reading(["print('~N 7')"])
const CHANGES = change(["print('~X 1')"])

/** Asks a board that answers so, one time after the other; `asked` counts. */
async function askBoard(script: CheckedScript, answers: string[], onLine?: (line: string) => void) {
  const clock = new FakeClock()
  const seen = { asked: 0 }
  const peer = rawReplPeer(clock, { paste: 'yes', window: 4_096, run: () => answers[seen.asked++] ?? END })
  const repl = await passTimeUntil(clock, RawRepl.enter(peer))
  const answer = ask(repl, script, { path: '/a', platform: 'rp2', ...(onLine === undefined ? {} : { onLine }) })
  return { seen, answer: passTimeUntil(clock, answer) }
}

describe('an answer that was harmed on the line', () => {
  const harmed = checkedAnswer('~N 7\r\n', {}).replace('~N 7', '~N 6')
  const lost = checkedAnswer('~X 1\r\n~R\r\n', {}).replace('~X 1\r\n', '')

  it('is asked for again where nothing is changed by that', async () => {
    const { seen, answer } = await askBoard(READS, [harmed, harmed, checkedAnswer('~N 7\r\n', {})])
    expect((await answer)[0]).toEqual({ kind: 'N', fields: ['7'] })
    expect(seen.asked).toBe(3)
  })

  it('is never taken for what the board said', async () => {
    const { answer } = await askBoard(READS, [harmed, harmed, harmed])
    await expect(answer).rejects.toMatchObject({ code: 'board-error', details: { harmed: true } })
  })

  it('does not make a change happen twice, nor counts as done', async () => {
    const { seen, answer } = await askBoard(CHANGES, [lost, checkedAnswer('~X 1\r\n', {})])
    await expect(answer).rejects.toMatchObject({ code: 'board-error', details: { harmed: true } })
    expect(seen.asked).toBe(1)
  })
})

describe('a script whose text was harmed on the line', () => {
  it.each([
    ['the board says so', `~! \r\n~. 0\r\n${END}`],
    [
      'it does not compile',
      '\u0004Traceback (most recent call last):\r\n  File "<stdin>", line 3\r\nSyntaxError: invalid syntax\r\n\u0004>',
    ],
  ])('is sent again, for nothing of it was run: %s', async (_, refusal) => {
    const { seen, answer } = await askBoard(CHANGES, [refusal, checkedAnswer('~X 1\r\n', {})])
    expect((await answer)[0]?.kind).toBe('X')
    expect(seen.asked).toBe(2)
  })

  it('is given up after three times', async () => {
    const refusal = `~! \r\n~. 0\r\n${END}`
    const { seen, answer } = await askBoard(CHANGES, [refusal, refusal, refusal, refusal])
    await expect(answer).rejects.toMatchObject({ code: 'board-error' })
    expect(seen.asked).toBe(3)
  })
})
