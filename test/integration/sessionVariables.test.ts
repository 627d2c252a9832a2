import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardSession } from '../../main/board/boardSession'
import { smallVariablesScript, variablesScript } from '../../main/protocol/variableScripts'
import type { VariableLevel, VariablePath } from '../../shared/variables'
import { BoardWire } from '../rig/boardWire'
import type { SessionBench } from '../rig/sessionBench'
import { type Cable, serialCable, virtualCable } from '../rig/sessionCables'

/** Names for what beginners call their variables, so that the board must not trust them. */
const SHADOWS =
  'list = [1]\nstr = "s"\nprint = 3\nlen = 4\nsorted = 5\nrepr = 6\ntype = 7\nglobals = 8\nisinstance = 9\nrange = 10\nopen = 11\nhasattr = 12\n'

describe.each([
  ['the virtual board', virtualCable],
  ['a serial port', serialCable],
])('the variables of a session with %s', (_name, lay) => {
  let cable: Cable
  let bench: SessionBench

  beforeEach(async () => {
    cable = await lay()
    bench = cable.bench
  })

  afterEach(async () => {
    await cable.dispose()
  })

  async function after(program: string): Promise<BoardSession> {
    const session = await cable.openReady()
    await session.run('a.py', program, 'refuse')
    return session
  }

  it('names, types and values are told, and the board is as before', async () => {
    const session = await after(
      'import time\nn = 5\nt = (1,)\ns = "hä\\n"\nx = 2.5\nb = b"\\x00"\nok = True\nno = None\ndef f(): pass\nclass A: pass\n',
    )
    await bench.shows(/Ended [^]*>>> $/)
    const before = bench.screen
    expect(values(await level(session))).toEqual({
      n: ['int', '5'],
      t: ['tuple', '(1,)'],
      s: ['str', String.raw`'hä\n'`],
      x: ['float', '2.5'],
      b: ['bytes', String.raw`b'\x00'`],
      ok: ['bool', 'True'],
      no: ['NoneType', 'None'],
    })
    expect(kinds(await level(session))).toMatchObject({ time: 'module', f: 'function', A: 'class', n: 'value' })
    expect(bench.screen).toBe(before)
    await bench.type(session, 'print([k for k in sorted(globals()) if k[0] == "_"])\r')
    await bench.shows(/\n\['__[^\]]*'__name__'\]\r\n>>> $/)
  })

  it('they are told although the program took the names of everything that tells them', async () => {
    const session = await after(SHADOWS)
    expect(values(await level(session))).toMatchObject({
      list: ['list', '[1]'],
      str: ['str', "'s'"],
      print: ['int', '3'],
      range: ['int', '10'],
    })
    expect(values(await level(session, ['list']))).toEqual({ 0: ['int', '1'] })
  })

  it('what is inside is told level by level', async () => {
    const session = await after(
      'class P:\n  def __init__(self):\n    self.xy = [1, {"k": (7, 8)}]\n    self.name = "p"\np = P()\nd = {"a": 1, 2: "b"}\ns = {5}\n',
    )
    expect(values(await level(session))).toMatchObject({ d: ['dict', expect.stringMatching(/^\{.*'a': 1.*\}$/)], s: ['set', '{5}'] })
    expect((await level(session))?.variables.find(({ name }) => name === 'p')?.value).toMatch(/^P\((xy=\[1, \{\.\.\.\}\]|name='p'|, )*\)$/)
    expect(values(await level(session, ['p']))).toEqual({ name: ['str', "'p'"], xy: ['list', "[1, {'k': (...)}]"] })
    expect(values(await level(session, ['p', 'xy']))).toEqual({ 0: ['int', '1'], 1: ['dict', "{'k': (7, 8)}"] })
    expect(values(await level(session, ['p', 'xy', 1]))).toEqual({ "'k'": ['tuple', '(7, 8)'] })
    expect(values(await level(session, ['p', 'xy', 1, 0]))).toEqual({ 0: ['int', '7'], 1: ['int', '8'] })
    expect(values(await level(session, ['d']))).toEqual({ "'a'": ['int', '1'], 2: ['str', "'b'"] })
    expect(values(await level(session, ['s']))).toEqual({ 0: ['int', '5'] })
    const levels = await session.variables([['gone'], ['d', 9], ['p', 'xy']], 'refuse')
    expect(levels.map((one) => one?.total)).toEqual([undefined, undefined, 2])
  })

  it('large and circular things are cut on the board', async () => {
    const session = await after(
      'big = [7] * 12000\ntext = "x" * 20000\nme = [1]\nme.append(me)\nn = 1 << 5000\nwide = {i: [i] * 50 for i in range(50)}\ndeep = []\nfor i in range(50): deep = [deep]\n',
    )
    const all = await level(session)
    const of = (name: string) => all?.variables.find((variable) => variable.name === name)
    expect(of('big')).toMatchObject({ length: 12_000, expandable: true })
    expect(of('text')).toMatchObject({ length: 20_000, expandable: false })
    for (const variable of all?.variables ?? []) expect(variable.value?.length).toBeLessThanOrEqual(400)
    expect(of('me')?.value).toBe('[1, [1, [...]]]')
    expect(of('n')?.value).toBe('>2**99')
    const inside = await level(session, ['big'])
    expect([inside?.variables.length, inside?.total]).toEqual([200, 12_000])
  })

  it('objects whose own code raises, prints, exits or never ends don’t break it', async () => {
    const repr = (name: string, body: string): string =>
      `class ${name}:\n  def __repr__(self):\n    ${body}\n${name.toLowerCase()} = ${name}()\n`
    const session = await after(
      [
        repr('Good', 'return "<good>"'),
        repr('Raises', 'raise ValueError("x")'),
        repr('Prints', 'print("~T 9"); print("noise", end=""); return "p"'),
        repr('Exits', 'import sys; sys.exit()'),
        repr('Endless', 'while True: pass'),
        repr('Odd', 'return 5'),
        'zz = 1\n',
      ].join(''),
    )
    const all = values(await level(session))
    expect(all).toMatchObject({
      good: ['Good', '<good>'],
      raises: ['Raises', null],
      prints: ['Prints', 'p'],
      exits: ['Exits', null],
      endless: ['Endless', null],
      zz: ['int', '1'],
    })
    expect(session.snapshot().state.kind).toBe('ready')
    expect(values(await level(session))).toEqual(all)
  })

  it('reading an object that never ends can be called off, and the board is at its prompt', async () => {
    const session = await after('class E:\n  def __repr__(self):\n    while True: pass\ne = E()\n')
    const reading = level(session).catch((error: unknown) => error)
    await bench.reach(session, 'working')
    await session.stop()
    expect(await reading).toMatchObject({ code: 'cancelled' })
    expect(session.snapshot().state.kind).toBe('ready')
    await bench.type(session, 'print(6 * 7)\r')
    await bench.shows('\n42\r\n>>> ')
  })

  it('on a board whose memory is full they are told as far as that goes, or it says so', async () => {
    const session = await cable.openReady()
    await session.list('/', 'refuse') // what firmware this is, is asked once
    await session.run('full.py', 'n = 3\nkept = []\ntry:\n  while True: kept.append(bytearray(64))\nexcept MemoryError: pass\n', 'refuse')
    try {
      expect(values(await level(session))).toMatchObject({ n: ['int', '3'] })
    } catch (error) {
      expect(error).toMatchObject({ code: 'no-space' })
    }
    expect(session.snapshot().state.kind).toBe('ready')
  })

  it('a program that runs is not disturbed unless that was allowed', async () => {
    const session = await cable.openReady()
    const running = session.run('loop.py', 'n = 3\nprint("go")\nwhile True:\n  pass\n', 'refuse')
    await bench.shows('go\r\n')
    await expect(session.variables([[]], 'refuse')).rejects.toMatchObject({ code: 'needs-prompt' })
    await session.stop()
    expect((await running).kind).toBe('stopped')
    expect(values(await level(session))).toMatchObject({ n: ['int', '3'] })
  })
})

it('a small board can take the scripts', async () => {
  expect(variablesScript([], 0).length).toBeLessThan(1_800)
  expect(smallVariablesScript().length).toBeLessThan(600)
  const wire = await BoardWire.start()
  await wire.enterRaw()
  await wire.run('n = 5\ns = "x" * 500\nl = [1]\nimport sys\n')
  const { output, error } = await wire.run(smallVariablesScript())
  expect(error).toBe('')
  const hex = (text: string): string => Buffer.from(text).toString('hex')
  expect(output.split('\r\n')).toEqual([
    `~N 0 ${hex('l')} ${hex('list')} 0`,
    `~N 1 ${hex('n')} ${hex('int')} 0`,
    `~V 0 - ${hex('5')}`,
    `~N 2 ${hex('s')} ${hex('str')} 0`,
    `~V 0 - ${hex(`'${'x'.repeat(80)}'`)}`,
    `~N 3 ${hex('sys')} ${hex('module')} 0`,
    '~T 4',
    '~.',
    '',
  ])
})

async function level(session: BoardSession, path: VariablePath = []): Promise<VariableLevel | null> {
  const [found = null] = await session.variables([path], 'refuse')
  return found
}

function values(found: VariableLevel | null): Record<string, [type: string, value: string | null]> {
  const shown = found?.variables.filter(({ kind }) => kind === 'value') ?? []
  return Object.fromEntries(shown.map(({ name, type, value }) => [name, [type, value]]))
}

function kinds(found: VariableLevel | null): Record<string, string> {
  return Object.fromEntries(found?.variables.map(({ name, kind }) => [name, kind]) ?? [])
}
