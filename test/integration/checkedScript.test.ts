import { expect, it } from 'vitest'
import { removeScript, renameScript } from '../../main/protocol/boardScripts'
import { checkedSource, guardedSource } from '../../main/protocol/checkedScript'
import { rawBoard } from '../rig/boardProgram'
import type { BoardWire } from '../rig/boardWire'
import { Chance } from '../rig/faults/chance'

const SET_UP = "import os\nfor n in os.listdir():os.remove(n)\nfor n in ('a.py','b.py','ab.py'):open(n,'w').close()\n"

/** A changed name may have stayed, for the next script to stumble on: each fault is to be seen by itself. */
const FORGET = "for n in dir():\n if n[:2]!='__':globals().pop(n,0)\n"

/** The names in the root, after a script of which the byte at `at` was changed. */
async function namesAfter(wire: BoardWire, source: string, at: number, bits: number): Promise<string[]> {
  const bytes = Buffer.from(source, 'latin1')
  bytes[at] = (bytes[at] ?? 0) ^ bits
  await wire.run(bytes.toString('latin1'))
  const { output, error } = await wire.run(`${FORGET}print(' '.join(sorted(__import__('os').listdir())))`)
  expect(error).toBe('')
  return output.trim().split(' ')
}

/** A bit that leaves the byte one that the raw REPL takes for text, and names can be shown with. */
function bitsFor(chance: Chance, byte: number): number {
  for (;;) {
    const bits = 1 << chance.between(0, 6)
    if ((byte ^ bits) >= 0x20 && (byte ^ bits) < 0x7f) return bits
  }
}

it.each([
  ['with crc32', true],
  ['without crc32', false],
])('a byte changed anywhere in a script harms no other file: it does what it should, or nothing, %s', async (_, hasCrc32) => {
  const wire = await rawBoard()
  const chance = new Chance(7)
  const scripts = [
    { source: checkedSource(renameScript('/a.py', '/c.py'), { hasCrc32 }), done: ['ab.py', 'b.py', 'c.py'] },
    { source: checkedSource(removeScript('/a.py', true), { hasCrc32 }), done: ['ab.py', 'b.py'] },
  ]
  for (const { source, done } of scripts) {
    await wire.run(SET_UP)
    let wasRun = 0
    for (let at = 0; at < source.length; at += 1) {
      const names = await namesAfter(wire, source, at, bitsFor(chance, source.charCodeAt(at)))
      if (names.join() === done.join()) {
        wasRun += 1
        await wire.run(SET_UP)
      } else expect(names, `byte ${at}`).toEqual(['a.py', 'ab.py', 'b.py'])
    }
    // Around the checked text some bytes do not matter to what is done.
    expect(wasRun).toBeLessThan(source.length / 4)
    expect((await namesAfter(wire, source, 0, 0)).join()).toBe(done.join())
  }
})

it('leaves nothing behind among the names of the user’s programs, and does not mind theirs', async () => {
  const wire = await rawBoard()
  await wire.run('str=list=map=bytes=exec=print=5\n')
  const { error } = await wire.run(checkedSource(renameScript('/nothing.py', '/c.py'), { hasCrc32: true }))
  expect(error).toContain('OSError')
  await wire.run('del str,list,map,bytes,exec,print\n')
  const { output } = await wire.run("print([n for n in dir() if n[:1]!='_' or n[:3]=='_pb'])")
  expect(output).not.toMatch(/_pb|'[bpf]'/)
})

it('code that is guarded is run only as it was sent', async () => {
  const wire = await rawBoard()
  const source = guardedSource("print('it\\x73 me')\n")
  expect((await wire.run(source)).output.trim()).toBe('its me')
  const { output, error } = await wire.run(source.replace('me', 'ma'))
  expect(output).toBe('')
  expect(error).toContain('ValueError')
})
