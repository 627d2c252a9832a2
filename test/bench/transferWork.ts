import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Bytes that nothing makes shorter; the same each time. The generator is xorshift32 (Marsaglia, 2003). */
export function noise(length: number, seed = 1): Uint8Array {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  })
}

/** Python as people write it: the modules that the virtual board brings along, one after the other. */
export function pythonSource(): Uint8Array {
  const folder = path.resolve('main/virtual/rom')
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'))
  return new Uint8Array(Buffer.concat(names.map((name) => readFileSync(path.join(folder, name)))))
}

/** What a bench moves. */
export const RANDOM = noise(256 * 1_024)
export const SHORT_RANDOM = noise(48 * 1_024)
export const SMALL_FILES = 50
export const SMALL_FILE = 4_096
export const TREE_FILES = 500
export const EXECS = 100

/** A small file: half a program, so that each differs. */
export function smallFile(index: number): Uint8Array {
  const source = pythonSource()
  const start = (index * 1_531) % (source.length - SMALL_FILE)
  return source.slice(start, start + SMALL_FILE)
}

/** Makes the tree on the board itself: 500 files of about 1 KB, in 2 folders. On the virtual board each takes one of its 512 blocks. */
export const MAKE_TREE = `import os
os.mkdir('/tree')
for d in range(2):
 os.mkdir('/tree/d%d'%d)
 for i in range(${TREE_FILES / 2}):
  with open('/tree/d%d/file%d.py'%(d,i),'wb') as f:f.write(b'print(%d,%d)\\n'%(d,i)*80)
del d,i,f,os
`
