import { describe, expect, it } from 'vitest'
import { BoardFiles } from '../../../main/protocol/boardFiles'
import { sha256Of } from '../../../main/protocol/fileReading'
import { temporaryPath } from '../../../main/protocol/temporaryName'
import { RawRepl } from '../../../main/protocol/rawRepl'
import { checkedAnswer } from '../../rig/checkedAnswer'
import { FakeClock, passTimeUntil } from '../../rig/fakeClock'
import { plainFirmware } from '../../rig/plainFirmware'
import { rawReplPeer } from '../../rig/rawReplPeer'

const firmware = plainFirmware

const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex')
const done = (lines: string): string => checkedAnswer(lines, firmware)
const raised = (exception: string, output = ''): string =>
  `${output}\x04Traceback (most recent call last):\r\n  File "<stdin>", line 1, in <module>\r\n${exception}\r\n\x04>`

/** A board whose answer to a script depends on what stands in it; `scripts` are those that it got. */
async function boardThat(answer: (script: string) => string | undefined) {
  const clock = new FakeClock()
  const scripts: string[] = []
  const peer = rawReplPeer(clock, {
    paste: 'yes',
    window: 1_024,
    run(script) {
      scripts.push(script)
      return answer(script)
    },
  })
  const repl = await passTimeUntil(clock, RawRepl.enter(peer))
  return { clock, scripts, files: new BoardFiles(repl, firmware) }
}

/** A board that saves as it should; `change` answers some scripts otherwise. */
function savingBoard(content: Uint8Array, change: (script: string) => string | undefined) {
  return boardThat((script) => {
    const changed = change(script)
    if (changed !== undefined) return changed
    if (script.includes('mem_free')) return done('~D 1 0\r\n~V 4096 512 500\r\n~M 1000 100000\r\n')
    if (script.includes('sha256')) return done(`~H ${sha256Of(content)}\r\n`)
    if (script.includes('os.stat(')) return done('~N\r\n')
    return done('')
  })
}

describe('a listing from a board that cannot be trusted', () => {
  it('leaves out names that could leave the folder, break the tree or hide', async () => {
    const names = ['good.py', '..', '.', '../../etc/passwd', 'a/b', '', 'new\nline', '\u001b[2J', 'x'.repeat(4_000), 'żółw']
    const { clock, files } = await boardThat(() =>
      done(names.map((name) => `~E ${hex(name)} 0 7\r\n`).join('') + '~E ff 0 1\r\n~E zz 0 1\r\n'),
    )
    const entries = await passTimeUntil(clock, files.list('/lib'))
    expect(entries.map((entry) => entry.path)).toEqual(['/lib/good.py', '/lib/żółw'])
  })

  it.each([
    ['a size that is none', done(`~E ${hex('a')} 0 -5\r\n`)],
    ['a size beyond all numbers', done(`~E ${hex('a')} 0 99999999999999999999\r\n`)],
    ['no end', `~E ${hex('a')} 0 5\r\n\x04\x04>`],
  ])('refuses %s', async (_, answer) => {
    const { clock, files } = await boardThat(() => answer)
    await expect(passTimeUntil(clock, files.list('/'))).rejects.toMatchObject({ code: 'board-error' })
  })

  it('is not confused by what a background thread prints', async () => {
    const { clock, files } = await boardThat(() => done(`tick\r\n~E ${hex('a')} 1 0\r\n\xff\xfe\r\n`))
    expect(await passTimeUntil(clock, files.list('/'))).toEqual([{ name: 'a', path: '/a', kind: 'folder', size: 0 }])
  })
})

it.each([
  ['OSError: [Errno 2] ENOENT', 'not-found'],
  ['OSError: 2', 'not-found'],
  ['OSError: [Errno 17] EEXIST', 'exists'],
  ['OSError: 28', 'no-space'],
  ['OSError: [Errno 30] Read-only filesystem', 'permission'],
  ['OSError: 39', 'not-empty'],
  ['ValueError: 28', 'board-error'],
] as const)('tells what %s means', async (exception, code) => {
  const { clock, files } = await boardThat(() => raised(exception))
  await expect(passTimeUntil(clock, files.makeFolder('/a'))).rejects.toMatchObject({ code, details: { path: '/a' } })
})

describe('a save', () => {
  const content = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7) & 255)

  it('is not called saved when the board’s copy differs, and the copy is removed', async () => {
    const { clock, files, scripts } = await savingBoard(content, (script) =>
      script.includes('sha256') ? done(`~H ${'0'.repeat(64)}\r\n`) : undefined,
    )
    await expect(passTimeUntil(clock, files.writeFile('/a.py', content))).rejects.toMatchObject({
      code: 'hash-mismatch',
      details: { path: '/a.py' },
    })
    expect(scripts.some((script) => script.includes('os.rename'))).toBe(false)
    expect(scripts.at(-1)).toContain(`remove('${temporaryPath('/a.py')}')`)
  })

  it('names the copy that it could not remove', async () => {
    let broken = false
    const { clock, files } = await savingBoard(content, (script) => {
      if (script.includes('_pb_put(b')) broken = true
      return broken ? raised('OSError: 5') : undefined
    })
    await expect(passTimeUntil(clock, files.writeFile('/a.py', content))).rejects.toMatchObject({
      details: { leftover: temporaryPath('/a.py') },
    })
  })

  it('keeps the new copy when the board removed the target and then failed to rename', async () => {
    const { clock, files, scripts } = await savingBoard(content, (script) =>
      script.includes('os.rename') ? raised('OSError: 5', '~K\r\n') : undefined,
    )
    await expect(passTimeUntil(clock, files.writeFile('/a.py', content))).rejects.toMatchObject({
      code: 'board-error',
      details: { leftover: temporaryPath('/a.py') },
    })
    expect(scripts.at(-1)).toContain('os.rename')
  })

  it('goes on in smaller pieces when the board has not enough memory for one', async () => {
    const seen: number[] = []
    const { clock, files, scripts } = await savingBoard(content, (script) => {
      const data = /_pb_put\(b'([^']*)'\)/.exec(script)?.[1]
      if (data === undefined) return undefined
      const { length } = Buffer.from(data, 'base64')
      seen.push(length)
      return length > 2_000 ? raised('MemoryError: memory allocation failed, allocating 5460 bytes') : done('')
    })
    expect(await passTimeUntil(clock, files.writeFile('/a.py', content))).toMatchObject({ proven: true, size: content.length })
    expect(seen.filter((length) => length <= 2_000).reduce((sum, length) => sum + length, 0)).toBe(content.length)
    expect(scripts.some((script) => script.includes('_pb_file.seek(0)'))).toBe(true)
  })

  it('sends nothing when it is called off before it begins', async () => {
    const { clock, files, scripts } = await savingBoard(content, () => undefined)
    const stop = new AbortController()
    stop.abort()
    await expect(passTimeUntil(clock, files.writeFile('/a.py', content, { signal: stop.signal }))).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(scripts).toEqual([])
  })
})

it('asks once more for a file that was harmed on its way', async () => {
  let asked = 0
  const { clock, files } = await boardThat((script) => {
    if (!script.includes('b2a_base64')) return done('~T 0 5\r\n')
    asked += 1
    return done(`${Buffer.from(asked === 1 ? 'hxllo' : 'hello').toString('base64')}\r\n~L 5\r\n~H ${sha256Of(Buffer.from('hello'))}\r\n`)
  })
  expect(Buffer.from(await passTimeUntil(clock, files.readFile('/a'))).toString()).toBe('hello')
  expect(asked).toBe(2)
})
