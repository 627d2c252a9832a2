import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

const WINDOW = 128

/** Sends code in raw-paste mode in pieces of a size, keeping to the board's flow control; returns everything that follows. */
async function paste(wire: BoardWire, code: string, piece: number): Promise<string> {
  await wire.send('\x05A\x01')
  expect(await wire.until('R\x01\x80\x00')).toBe('R\x01\x80\x00')
  let room = WINDOW
  let rest = code
  while (rest.length > 0) {
    if (room === 0 || wire.text.startsWith('\x01')) {
      await wire.until('\x01')
      room += WINDOW
    }
    const part = rest.slice(0, Math.min(piece, room))
    rest = rest.slice(part.length)
    room -= part.length
    await wire.send(part)
  }
  await wire.send('\x04')
  return wire.until('\x04>')
}

describe('the friendly REPL', () => {
  it('greets with a banner and evaluates a line', async () => {
    const wire = await BoardWire.off()
    await wire.board.powerOn()
    expect(await wire.until('>>> ')).toMatch(/MicroPython v1\.27\.0 .*; Virtual WASM board\r\n/)
    expect(await wire.type('1 + 2')).toBe('3\r\n')
  })

  it('takes a pasted program unharmed in paste mode', async () => {
    const wire = await BoardWire.start()
    await wire.send('\x05')
    await wire.until('=== ')
    await wire.send('for i in range(2):\r    if i:\r        print("yes", i)\r\rprint("end")\r\x04')
    expect(await wire.until('>>> ')).toContain('yes 1\r\nend\r\n')
  })

  it('completes names and recalls lines, as the firmware does', async () => {
    const wire = await BoardWire.start()
    await wire.send('import micropyth\t\r')
    await wire.until('micropython')
    await wire.until('>>> ')
    expect(await wire.type('6 * 7')).toBe('42\r\n')
    await wire.send('\x1b[A\r')
    expect(await wire.until('>>> ')).toContain('42')
  })
})

describe('the raw REPL', () => {
  it('frames output and traceback, with CR LF line ends', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    expect(await wire.run('print("a")\nprint("b")')).toEqual({ output: 'a\r\nb\r\n', error: '' })
    const failed = await wire.run('print("c")\n1/0')
    expect(failed.output).toBe('c\r\n')
    expect(failed.error).toBe(
      'Traceback (most recent call last):\r\n  File "<stdin>", line 2, in <module>\r\nZeroDivisionError: divide by zero\r\n',
    )
  })

  it('takes 40 KB of source at once', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    expect(await wire.run(`x = '${'A'.repeat(40_000)}'\nprint(len(x))`)).toEqual({ output: '40000\r\n', error: '' })
  })

  it('soft-resets and stays raw: boot.py runs, main.py does not', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    await wire.run("for n in ('boot', 'main'):\n with open(n + '.py', 'w') as f: f.write('print(\"from ' + n + '\")')\nx = 1")
    await wire.send('\x04')
    expect(await wire.until('exit\r\n>')).toBe('OK\r\nMPY: soft reboot\r\nfrom boot\r\nraw REPL; CTRL-B to exit\r\n>')
    expect((await wire.run('x')).error).toContain('NameError')
    await wire.send('\x02')
    await wire.until('>>> ')
    await wire.send('\x04')
    expect(await wire.until('>>> ')).toMatch(/^\r\nMPY: soft reboot\r\nfrom boot\r\nfrom main\r\n\r?\n?MicroPython/)
  })
})

describe('raw-paste mode', () => {
  it.each([1, 2, 7, 4096])('takes code in pieces of %i bytes', async (piece) => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const code = Array.from({ length: 40 }, (_, i) => `print('line ${i}')\n`).join('')
    const output = Array.from({ length: 40 }, (_, i) => `line ${i}\r\n`).join('')
    const answer = await paste(wire, code, piece)
    expect(answer.replace(/^\x01*\x04/, '')).toBe(`${output}\x04\x04>`)
  })

  it('compiles as it receives: code larger than the heap would hold as text', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const answer = await paste(wire, `${'# nothing but a comment that is long\n'.repeat(8_000)}print('through')\n`, 4096)
    expect(answer).toContain('through\r\n')
  })

  it('ends early at a syntax error, and says which', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    await wire.send('\x05A\x01')
    await wire.until('R\x01\x80\x00\x01')
    await wire.send('x = = 1\nprint(1)\n')
    await wire.until('\x04')
    await wire.send('print(2)\n\x04')
    expect(await wire.until('\x04>')).toContain('SyntaxError')
    expect(await wire.run('print(2)')).toEqual({ output: '2\r\n', error: '' })
  })

  it('is left by Ctrl-C', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    await wire.send('\x05A\x01')
    await wire.until('R\x01\x80\x00\x01')
    await wire.send('print(1)\n\x03')
    expect(await wire.until('\x04>')).toContain('KeyboardInterrupt')
    expect(await wire.run('print(2)')).toEqual({ output: '2\r\n', error: '' })
  })
})

describe('resets', () => {
  it('runs boot.py and main.py at power-up, and names the file in a traceback', async () => {
    const wire = await BoardWire.start()
    await wire.type("f = open('boot.py', 'w'); f.write('setup = 41'); f.close()")
    await wire.type("f = open('main.py', 'w'); f.write('setup += 1\\nprint(setup)\\n1/0'); f.close()")
    await wire.board.hardReset()
    const start = await wire.until('>>> ')
    expect(start).toContain('42\r\nTraceback (most recent call last):\r\n  File "main.py", line 3, in <module>\r\nZeroDivisionError')
    expect(await wire.type('setup')).toBe('42\r\n')
  })

  it('can stop a main.py that runs for ever', async () => {
    const wire = await BoardWire.start()
    await wire.type("f = open('main.py', 'w'); f.write('print(\"running\")\\nwhile True: pass'); f.close()")
    await wire.send('\x04')
    await wire.until('running')
    await wire.send('\x03')
    expect(await wire.until('>>> ')).toContain('  File "main.py", line 2, in <module>\r\nKeyboardInterrupt')
  })

  it.each(['import machine; machine.soft_reset()', 'import sys; sys.exit()'])('soft-resets for %s', async (line) => {
    const wire = await BoardWire.start()
    await wire.type('x = 1')
    await wire.send(`${line}\r`)
    await wire.until('MPY: soft reboot')
    await wire.until('>>> ')
    expect(await wire.type('x')).toContain('NameError')
  })

  it('hard-resets for machine.reset()', async () => {
    const wire = await BoardWire.start()
    await wire.type('x = 1')
    await wire.send('import machine; machine.reset()\r')
    await wire.until('MicroPython v')
    await wire.until('>>> ')
    expect(await wire.type('x')).toContain('NameError')
  })

  it('survives many soft resets without growing', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    for (let i = 0; i < 10; i++) await softReset(wire)
    const before = process.memoryUsage().rss
    for (let i = 0; i < 40; i++) await softReset(wire)
    expect(process.memoryUsage().rss - before).toBeLessThan(75_000_000)
  })
})

async function softReset(wire: BoardWire): Promise<void> {
  await wire.send('\x04')
  await wire.until('exit\r\n>')
}
