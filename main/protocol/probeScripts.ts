import { type CheckedScript, reading } from './checkedScript'

/*
 * The Python that tells what a firmware is and can do: one line for each fact, `~`, its letter, its text in hexadecimal. A missing module or
 * function is a fact, not an error. The scripts that every board gets stay under 1,200 bytes as they are sent: MicroPython 1.9.2 on a micro:bit takes
 * that many, with 3 KB of its heap left.
 */

/** `p(letter, value)` keeps a fact to be told at the end, where the stack of the smallest boards has room for it; `t(letter, function)` tells what the function answers, or nothing where it fails. */
const HEAD = `import sys,os
o=[]
def p(k,v):o.append('~'+k+' '+''.join('%02x'%c for c in bytes(str(v),'utf8')))
def t(k,f):
 try:p(k,f())
 except Exception:pass
m=__import__
`

function facts(lines: string): CheckedScript {
  return reading([...`${HEAD}${lines}`.trimEnd().split('\n'), 'for x in o:print(x)'])
}

/** Facts that every board is asked for: what it is, where its files are, and whether asking for more is worth it (`d`). */
export const FIRST_SCRIPT = facts(`def g():
 import gc
 gc.collect()
 return gc.mem_free()
i=sys.implementation
p('I',i[0])
p('V','.'.join(str(x) for x in i[1][:3]))
p('P',sys.platform)
t('M',lambda:i._machine)
t('O',lambda:os.uname()[4])
t('U',lambda:''.join('%02x'%c for c in m('machine').unique_id()))
t('h',lambda:m('hashlib').sha256().digest and 1)
t('b',lambda:m('binascii').unhexlify and 1)
t('c',lambda:m('binascii').a2b_base64 and hasattr(m('binascii'),'__file__'))
t('r',lambda:os.rename and 1)
t('d',lambda:os.mkdir and os.listdir and os.stat and 1)
t('g',g)
`)

/** The functions of `os` that are looked for, in the order in which they are told. */
export const OS_FUNCTIONS = [
  'listdir',
  'ilistdir',
  'stat',
  'statvfs',
  'mkdir',
  'rmdir',
  'remove',
  'rename',
  'sync',
  'mount',
  'umount',
  'dupterm',
  'urandom',
] as const

/** Facts of boards with memory enough to make use of them. The compressor is tried: where it was left out, only its first write fails. */
export const SECOND_SCRIPT = facts(`def z():
 d=m('deflate')
 d.DeflateIO(m('io').BytesIO(),d.RAW,8).write(b'a')
t('s',lambda:os.statvfs('/')[2])
t('f',lambda:os.stat('/flash')[0]&0x4000)
t('y',lambda:sys.implementation._mpy)
t('z',lambda:m('zlib').DecompIO and 'zlib')
t('u',lambda:m('uzlib').DecompIO and 'uzlib')
t('D',lambda:m('deflate').DeflateIO and 'deflate')
t('C',z)
t('3',lambda:m('binascii').crc32 and 1)
t('i',lambda:sys.stdin.buffer and 1)
t('o',lambda:sys.stdout.buffer and 1)
t('k',lambda:m('micropython').kbd_intr and 1)
t('T',lambda:m('_thread').start_new_thread and 1)
t('x',lambda:sys.maxsize)
p('F',' '.join(n for n in ${JSON.stringify(OS_FUNCTIONS.join(' '))}.split()if hasattr(os,n)))
`)

/**
 * What tells one firmware from another, and one board from another, in `~f`; the free memory after a collection in `~g`. Short, because it
 * runs whenever a known board comes back.
 */
export const FINGERPRINT_SCRIPT = facts(`import gc
t('f',lambda:(sys.implementation[0],os.uname()[3:],m('machine').unique_id()))
t('e',lambda:(sys.version,sys.implementation))
gc.collect()
p('g',gc.mem_free())
`)
