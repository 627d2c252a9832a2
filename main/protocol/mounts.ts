import type { Mount } from '../../shared/boardDetails'
import { ask, count, hexBytes } from './boardAnswer'
import type { Firmware } from './probe'
import type { RawRepl } from './rawRepl'

/** More are none that a board has. */
const MAX_MOUNTS = 20
const MAX_TEXT = 100

/**
 * `~M kind path block blocks free`, texts in hexadecimal. `vfs.mount()` lists the mounts since 1.26; before, a mount point shows as an entry of
 * the root that has three fields, where a folder has four.
 */
const SCRIPT = `def _pb():
 from builtins import Exception,getattr,len,print,type
 import os
 def h(s):return ''.join('%02x'%c for c in s.encode())
 def v(k,p):
  try:
   s=os.statvfs(p)
   print('~M',h(k),h(p),s[1] or s[0],s[2],s[4])
  except Exception:pass
 try:
  import vfs
  for f,p in vfs.mount():v(type(f).__name__,p)
 except Exception:
  v('','/')
  for e in getattr(os,'ilistdir',lambda p:[])('/'):
   if len(e)<4 and e[1]==0x4000:v('','/'+e[0])
 print('~.')
try:
 _pb()
finally:
 del _pb
`

/** The file systems of a board, with their space; none where the firmware can't say. Throws as `exec` does. */
export async function readMounts(repl: RawRepl, { hasStatvfs, platform }: Firmware, signal: AbortSignal): Promise<Mount[]> {
  if (!hasStatvfs) return []
  const found = new Map<string, Mount>()
  for (const line of await ask(repl, SCRIPT, { path: '/', platform, signal })) {
    if (line.kind !== 'M' || found.size >= MAX_MOUNTS) continue
    const [block, blocks, free] = [count(line, 2), count(line, 3), count(line, 4)]
    const path = textOf(line.fields[1])
    if (blocks > 0 && path.startsWith('/')) {
      found.set(path, { path, kind: textOf(line.fields[0]), space: { total: block * blocks, free: block * free } })
    }
  }
  return [...found.values()]
}

function textOf(field: string | undefined): string {
  const text = new TextDecoder().decode(hexBytes(field) ?? new Uint8Array())
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '').slice(0, MAX_TEXT)
}
