import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { SessionBench } from '../rig/sessionBench'
import { type Cable, serialCable, virtualCable } from '../rig/sessionCables'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe.each([
  ['the virtual board', virtualCable],
  ['a serial port', serialCable],
])('a session with %s', (_name, lay) => {
  let cable: Cable
  let bench: SessionBench

  beforeEach(async () => {
    cable = await lay()
    bench = cable.bench
  })

  afterEach(async () => {
    await cable.dispose()
  })

  it('a program runs, its output and its end are shown, and the prompt is back', async () => {
    const session = await cable.openReady()
    const outcome = await session.run('blink.py', 'print("on")\nprint("off")\n', 'refuse')
    expect(outcome.kind).toBe('ended')
    await bench.shows(/\[Run blink.py \d+:\d\d\]\non\r\noff\r\n\[Ended \d+\.\d s\]\n>>> $/)
    await bench.type(session, 'print(1+1)\r')
    await bench.shows('>>> print(1+1)\r\n2\r\n>>> ')
  })

  it('an error shows the board’s traceback and the line', async () => {
    const session = await cable.openReady()
    const outcome = await session.run('bad.py', 'x = 1\ny = x / 0\n', 'refuse')
    expect(outcome).toMatchObject({ kind: 'error', traceback: expect.stringContaining('ZeroDivisionError') as string })
    await bench.shows(/ZeroDivisionError.*\r\n\[Error, line 2\]\n>>> $/)
  })

  it('a job right after a program that printed nothing types nothing at the prompt', async () => {
    const session = await cable.openReady()
    await session.run('quiet.py', 'n = 5\n', 'refuse')
    await session.list('/', 'refuse')
    await bench.type(session, 'print(n + 1)\r')
    await bench.shows(/\n>>> print\(n \+ 1\)\r\n6\r\n>>> $/)
  })

  it('an empty text runs', async () => {
    const session = await cable.openReady()
    expect((await session.run('empty.py', '', 'refuse')).kind).toBe('ended')
  })

  it('a program gets what the user types', async () => {
    const session = await cable.openReady()
    const running = session.run('ask.py', 'name = input("Who? ")\nprint("Hello", name)\n', 'refuse')
    await bench.shows('Who? ')
    await bench.type(session, 'Ada\r')
    expect((await running).kind).toBe('ended')
    expect(session.snapshot().state.kind).toBe('ready')
    await bench.shows(/Hello Ada\r\n\[Ended [\d.]+ s\]\n[^]*>>> $/)
  })

  it('Stop ends an endless program', async () => {
    const session = await cable.openReady()
    const running = session.run('loop.py', 'print("go")\nwhile True:\n  pass\n', 'refuse')
    await bench.shows('go\r\n')
    const asked = performance.now()
    await session.stop()
    expect((await running).kind).toBe('stopped')
    expect(performance.now() - asked).toBeLessThan(1_500)
    await bench.shows('[Stopped]\n>>> ')
    expect(session.snapshot()).toMatchObject({ state: { kind: 'ready' }, interruptIgnored: false })
  })

  it('Stop ends a program that prints without pause', async () => {
    const session = await cable.openReady()
    const running = session.run('flood.py', 'while True:\n  print("0123456789" * 6)\n', 'refuse')
    await bench.until(() => bench.screen.length > 300_000, 'output')
    await session.stop()
    expect((await running).kind).toBe('stopped')
    await bench.reach(session, 'ready')
  })

  it('Stop ends a program that prints without pause although the window is frozen', async () => {
    const session = await cable.openReady()
    let batches = 0
    session.output.follow(() => batches++) // a window that never says that it has drawn anything
    const running = session.run('flood.py', 'while True:\n  print("0123456789" * 6)\n', 'refuse')
    await bench.until(() => batches > 3, 'the window to be full')
    await session.stop()
    expect((await running).kind).toBe('stopped')
    expect(session.snapshot().state.kind).toBe('ready')
  })

  it('Run while a program runs begins anew', async () => {
    const session = await cable.openReady()
    const first = session.run('one.py', 'print("one")\nwhile True:\n  pass\n', 'refuse')
    await bench.shows('one\r\n')
    const second = session.run('two.py', 'print("two")\n', 'stop')
    expect((await first).kind).toBe('stopped')
    expect((await second).kind).toBe('ended')
  })

  it('a program typed at the prompt is seen to run, and Stop ends it', async () => {
    const session = await cable.openReady()
    await bench.type(session, 'import time; time.sleep(30)\r')
    expect((await bench.reach(session, 'running')).state).toMatchObject({ program: { name: 'REPL input' } })
    await expect(session.list('/', 'refuse')).rejects.toMatchObject({ code: 'needs-prompt' })
    await session.stop()
    expect(session.snapshot().state.kind).toBe('ready')
    await bench.shows(/KeyboardInterrupt[^]*>>> $/)
  })

  it('main.py runs after a soft reset, and starts again after a save that had to stop it', async () => {
    const session = await cable.openReady()
    await session.writeFile('/main.py', bytesOf('import time\nprint("main begins")\nwhile True:\n  time.sleep_ms(20)\n'), 'refuse')
    await session.softReset()
    await bench.shows('main begins\r\n')
    expect(session.snapshot().state).toMatchObject({ kind: 'running', program: { name: 'main.py' } })
    await session.writeFile('/a.py', bytesOf('1'), 'restart')
    await bench.shows(/main begins[^]*main begins/)
    await session.stop()
    expect(session.snapshot().state.kind).toBe('ready')
  })

  it('connecting to a running main.py leaves it alone until the prompt is asked for', async () => {
    const first = await cable.openReady()
    await first.writeFile(
      '/main.py',
      bytesOf('import time\nn = 0\nwhile True:\n  print("tick", n)\n  n += 1\n  time.sleep_ms(20)\n'),
      'refuse',
    )
    await first.softReset()
    await bench.shows('tick 3')
    await first.close()
    const session = await bench.open()
    await bench.shows(/Nothing sent\]\n[^]*tick \d+\r\n[^]*$/)
    expect(bench.wire?.sent).toBe('')
    expect(session.snapshot().state.kind).toBe('attached')
    await expect(session.list('/', 'refuse')).rejects.toMatchObject({ code: 'needs-prompt', details: { program: '' } })
    await session.getPrompt()
    expect(session.snapshot().state.kind).toBe('ready')
    await bench.shows(/KeyboardInterrupt[^]*>>> $/)
  })

  it('several pasted lines arrive unharmed, and control characters in them press no keys', async () => {
    const session = await cable.openReady()
    const lines = Array.from({ length: 60 }, (_, index) => `    total += ${index}  # ääö “quoted”`).join('\n')
    await session.paste(`def add():\n    total = 0\n${lines}\n\n    return total\n\u0003\u0004print("sum", add())\n`)
    await bench.shows('\nsum 1770\r\n>>> ')
    expect(session.snapshot().state.kind).toBe('ready')
  })

  it('one pasted line behind a half-typed one is as if typed', async () => {
    const session = await cable.openReady()
    await bench.type(session, 'print(')
    await bench.shows('>>> print(')
    await session.paste('1 + 2)\r')
    await bench.shows('>>> print(1 + 2)\r\n3\r\n>>> ')
  })

  it('watch only refuses everything that would send', async () => {
    const session = await cable.openReady()
    const sent = bench.wire?.sent
    session.setWatchOnly(true)
    const refused = { code: 'watch-only' }
    await expect(session.run('a.py', '', 'stop')).rejects.toMatchObject(refused)
    await expect(session.list('/', 'stop')).rejects.toMatchObject(refused)
    await expect(session.stop()).rejects.toMatchObject(refused)
    await expect(bench.type(session, 'x')).rejects.toMatchObject(refused)
    await expect(session.paste('x')).rejects.toMatchObject(refused)
    await expect(session.hardReset()).rejects.toMatchObject(refused)
    expect(bench.wire?.sent).toBe(sent)
  })

  it.each(['attached', 'ready', 'running', 'working'] as const)('Disconnect works in the state %s, within 3 s', async (kind) => {
    let session = await cable.openReady()
    let work: Promise<unknown> = Promise.resolve()
    if (kind === 'attached') {
      await session.writeFile('/main.py', bytesOf('while True:\n  pass\n'), 'refuse')
      await session.softReset()
      await bench.reach(session, 'running')
      await session.close()
      session = await bench.open()
      expect(session.snapshot().state.kind).toBe('attached')
    } else if (kind === 'running') {
      work = session.run('loop.py', 'print("go")\nwhile True:\n  pass\n', 'refuse')
      await bench.shows('go\r\n')
    } else if (kind === 'working') {
      work = session.writeFile('/big.bin', new Uint8Array(300_000), 'refuse').catch((error: unknown) => error)
      await bench.reach(session, 'working')
    }
    const asked = performance.now()
    await session.close()
    expect(performance.now() - asked).toBeLessThan(3_000)
    await work
    expect(bench.sessions.list()).toEqual([])
    expect(session.snapshot().state.kind).toBe('closed')
  })
})

// The wait is the same behind either port: once is enough.
it('a program that ignores Ctrl-C is said to, and Stop gives up in time', async () => {
  const cable = await serialCable()
  onTestFinished(() => cable.dispose())
  const { bench } = cable
  const session = await cable.openReady()
  const stubborn =
    'import time\nprint("go")\nwhile True:\n  try:\n    while True:\n      time.sleep_ms(5)\n  except KeyboardInterrupt:\n    print("no")\n'
  const running = session.run('stubborn.py', stubborn, 'refuse')
  await bench.shows('go\r\n')
  const asked = performance.now()
  await expect(session.stop()).rejects.toMatchObject({ code: 'no-prompt' })
  expect(performance.now() - asked).toBeLessThan(7_000)
  expect((await running).kind).toBe('lost')
  expect(session.snapshot()).toMatchObject({ interruptIgnored: true })
  expect(session.snapshot().state).toMatchObject({ kind: 'running', program: { name: 'stubborn.py', stopping: false } })
  await expect(session.list('/', 'refuse')).rejects.toMatchObject({ code: 'needs-prompt' })
})
