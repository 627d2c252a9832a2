import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../rig/temporaryFolder'
import { BoardWire } from '../rig/boardWire'

async function raw(folder?: string): Promise<BoardWire> {
  const wire = await BoardWire.start(folder)
  await wire.enterRaw()
  return wire
}

describe('files of the virtual board', () => {
  it('are there again when the app is started again, whatever their names', async () => {
    const folder = await temporaryFolder()
    const names = ['main.py', 'Main.py', 'a b.txt', "it's", 'ünï✓.py', 'CON', 'x%2Fy', 'n'.repeat(255), '..x', 'a:b*c?']
    const python = `names = ${JSON.stringify(names).replaceAll(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}`
    const first = await raw(folder)
    const written = await first.run(
      `${python}\nimport os\nos.mkdir('d')\nfor n in names:\n for p in (n, 'd/' + n):\n  with open(p, 'wb') as f: f.write(bytes(range(256)) + p.encode())`,
    )
    expect(written.error).toBe('')
    await first.board.powerOff()
    const second = await raw(folder)
    const read = await second.run(
      `${python}\nimport os\nprint(sorted(os.listdir('d')) == sorted(names))\nprint(all(open(p, 'rb').read() == bytes(range(256)) + p.encode() for n in names for p in (n, 'd/' + n)))`,
    )
    expect(read).toEqual({ output: 'True\r\nTrue\r\n', error: '' })
  })

  it('keep a rename, a removal and a flush that came just before the power went', async () => {
    const folder = await temporaryFolder()
    const first = await raw(folder)
    await first.run(
      "import os\nfor n in 'abc':\n with open(n, 'w') as f: f.write('old ' + n)\nos.rename('a', 'b')\nos.remove('c')\nf = open('open', 'w')\nf.write('flushed')\nf.flush()\nf.write(', lost')",
    )
    await first.board.powerOff()
    const second = await raw(folder)
    const read = await second.run("import os\nprint(sorted(os.listdir('/')), open('b').read(), open('open').read())")
    expect(read).toEqual({ output: "['b', 'open'] old a flushed\r\n", error: '' })
  })

  it('keep their old content while a new one is being written', async () => {
    const folder = await temporaryFolder()
    const first = await raw(folder)
    await first.run("with open('a', 'w') as f: f.write('old')\nf = open('a', 'w')\nf.write('new')")
    await first.board.powerOff()
    const second = await raw(folder)
    expect((await second.run("print(open('a').read())")).output).toBe('old\r\n')
  })

  it('survive a soft reset, also those that were left open', async () => {
    const wire = await raw()
    await wire.run("f = open('a', 'w')\nf.write('kept')")
    await wire.send('\x04')
    await wire.until('exit\r\n>')
    expect((await wire.run("print(open('a').read())")).output).toBe('kept\r\n')
  })

  it('keep every byte of 300 KB', async () => {
    const wire = await raw()
    const written = await wire.run(
      "import hashlib\nh = hashlib.sha256()\nwith open('big', 'wb') as f:\n for i in range(300):\n  b = bytes((i * j) & 255 for j in range(1024))\n  f.write(b)",
      20_000,
    )
    expect(written.error).toBe('')
    const hash = createHash('sha256')
    for (let i = 0; i < 300; i++) hash.update(Uint8Array.from({ length: 1024 }, (_, j) => (i * j) & 255))
    const read = await wire.run(
      "import binascii\nh = hashlib.sha256()\nwith open('big', 'rb') as f:\n while True:\n  b = f.read(512)\n  if not b: break\n  h.update(b)\nprint(binascii.hexlify(h.digest()).decode())",
    )
    expect(read).toEqual({ output: `${hash.digest('hex')}\r\n`, error: '' })
  })

  it('fail as on a board: by the numbers that programs know', async () => {
    const wire = await raw()
    const { output, error } = await wire.run(`
import os
os.mkdir('d')
open('f', 'w').close()
open('d/x', 'w').close()
for n, work in (
    ('missing', lambda: open('no')), ('in no folder', lambda: open('no/f', 'w')), ('folder is there', lambda: os.mkdir('d')),
    ('not empty', lambda: os.rmdir('d')), ('a folder', lambda: open('d', 'w')), ('in a file', lambda: open('f/x', 'w')),
    ('into itself', lambda: os.rename('d', 'd/e')), ('too long', lambda: open('n' * 256, 'w')),
):
    try:
        work()
        print(n, 'done')
    except OSError as e:
        print(n, e.errno)
`)
    expect(error).toBe('')
    expect(output.trim().split('\r\n')).toEqual([
      'missing 2',
      'in no folder 2',
      'folder is there 17',
      'not empty 39',
      'a folder 21',
      'in a file 20',
      'into itself 22',
      'too long 36',
    ])
  })

  it('have a root of their own', async () => {
    const wire = await raw()
    const { output } = await wire.run("import os, sys\nprint(os.listdir('/'), list(os.ilistdir()), os.getcwd(), sys.path)")
    expect(output).toBe("[] [] / ['', '.frozen', '/lib', '/.rom']\r\n")
  })

  it('are listed with their sizes, and moved about with chdir', async () => {
    const wire = await raw()
    const { output, error } = await wire.run(
      "import os\nos.mkdir('d')\nos.chdir('d')\nwith open('x', 'w') as f: f.write('12345')\nprint(os.getcwd(), list(os.ilistdir()), os.stat('/d/x')[6])\nos.chdir('..')\nprint(os.getcwd(), list(os.ilistdir('/')))",
    )
    expect({ output, error }).toEqual({ output: "/d [('x', 32768, 0, 5)] 5\r\n/ [('d', 16384, 0, 0)]\r\n", error: '' })
  })
})

describe('the 2 MB of the virtual board', () => {
  it('run full with ENOSPC, and everything else stays whole', async () => {
    const wire = await raw()
    const { output, error } = await wire.run(
      `
import os
free = lambda: os.statvfs('/')[0] * os.statvfs('/')[3]
with open('kept', 'w') as f: f.write('whole')
before = free()
f = open('big', 'wb')
n = 0
try:
    while True: n += f.write(bytes(4096))
except OSError as e: print(e.errno)
f.close()
print(n == before, free(), os.stat('big')[6] == n, open('kept').read())
try:
    with open('more', 'w') as f: f.write('x')
except OSError as e: print(e.errno)
os.remove('big')
print(free() == before)
`,
      20_000,
    )
    expect(error).toBe('')
    expect(output).toBe('28\r\nTrue 0 True whole\r\n28\r\nTrue\r\n')
  })

  it('are told truly by statvfs', async () => {
    const wire = await raw()
    const { output } = await wire.run("import os\ns = os.statvfs('/')\nprint(s[0] * s[2], s[9])")
    expect(output).toBe(`${2 * 1024 * 1024} 255\r\n`)
  })
})
