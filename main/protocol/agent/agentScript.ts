import type { InflateModule } from '../../../shared/firmware'

/*
 * The agent: a Python function that stays on the board for as long as files are moved, and does what messages over binary stdin ask of it.
 * It leaves no name behind, and takes its builtins from their module (see ownBuiltins.ts). Its libraries are sent when they are needed.
 *
 * A message is MARK, then `seq length crc` (1 + 4 + 8 characters, hexadecimal), then the escaped payload: an expression, a line feed, data.
 * The expression is evaluated, with `d` for the data. The same `seq` again is answered again without being evaluated, because then the answer was lost.
 * A frame is MARK, then `kind seq length number crc` (1 + 1 + 4 + 8 + 8), then the payload as it is. See messageCoding.ts and frameReader.ts.
 */

/** Begins each message and each frame; never part of an escaped payload. */
export const MARK = 0x1e
/** Begins an escaped byte: the digit behind it is the byte's place in `ESCAPED`. */
export const ESCAPE = 0x10
/** What must not be on the line to a board: Ctrl-C, and what would run a line at a prompt if the board were suddenly at one. */
export const ESCAPED: readonly number[] = [0x03, 0x04, 0x0a, 0x0d, MARK, ESCAPE]

/** The largest payload of a message, as far as the board's memory allows it. */
export const LARGEST_MESSAGE = 8_192
/** The smallest that a board is asked to take. */
export const SMALLEST_MESSAGE = 256

/**
 * The loop. Kinds of frames: `R` ready, with the largest message that there is memory for; `K` done, with a number; `X` an exception's text; `N` the
 * message came harmed, or there was no memory for it; `T` still at work; others are of the libraries. A byte 06 says that a message came whole.
 * An interrupt, or any error of its own, ends it; a file that it had open is closed in any case.
 */
export const AGENT_SCRIPT = `def _pb():
 from builtins import Exception,MemoryError,ValueError,chr,eval,exec,int,len,max,memoryview,min,range,str,type
 import sys,gc
 from binascii import crc32 as c
 i=sys.stdin.buffer.read
 o=sys.stdout.buffer.write
 s=''
 def say(k,n=0,b=b''):
  h='%s%s%04x%08x'%(k,s or '0',len(b),n)
  o('\\x1e%s%08x'%(h,c(b,c(h))))
  if b:o(b)
 def x():exec(str(g['d'],'utf8'),g)
 g={'say':say,'x':x}
 gc.collect()
 say('R',min(${LARGEST_MESSAGE},max(${SMALLEST_MESSAGE},gc.mem_free()>>4)))
 try:
  while 1:
   while i(1)!=b'\\x1e':pass
   d=h=g['d']=None
   try:
    h=i(13)
    d=i(int(h[1:5],16))
    if c(d,c(h[:5]))!=int(h[5:],16):raise ValueError
    for k in range(6):d=d.replace(b'\\x10%d'%k,b'\\3\\4\\n\\r\\x1e\\x10'[k:k+1])
   except(ValueError,MemoryError):
    d=h=None
    gc.collect()
    say('N')
    continue
   if s!=chr(h[0]):
    o(b'\\6')
    s=chr(h[0])
    k=d.find(b'\\n')
    if k<1:break
    g['d']=memoryview(d)[k+1:]
    try:l='K',eval(d[:k],g)or 0
    except Exception as e:l='X',0,'%s: %s'%(type(e).__name__,e)
   say(*l)
 finally:
  if'C'in g:g['C']()
try:
 _pb()
finally:
 del _pb
`

/** What a library is called in `AgentClient.load`, and its source. */
export interface AgentLibrary {
  name: 'files' | 'saving' | 'reading'
  source: string
  /** What must be loaded before it. */
  needs?: AgentLibrary
}

/**
 * `y` is the buffer of all reading; `K(p)` the mode of a path, 0 when nothing is there; `H(p)` the SHA-256 of a file, with a sign of life now and then.
 */
export const FILES_LIBRARY: AgentLibrary = {
  name: 'files',
  source: `import os
from hashlib import sha256
y=memoryview(bytearray(2048))
def K(p):
 try:return os.stat(p)[0]
 except OSError:return 0
def H(p):
 h=sha256()
 i=0
 with open(p,'rb')as a:
  while 1:
   n=a.readinto(y)
   if not n:return h.digest()
   h.update(y[:n])
   i+=1
   if not i&31:say('T')
`,
}

/**
 * A save as a chain of steps, each of which answers nothing when it went well: `B` begin (target, temporary name, bytes needed or -1, whether the target is to
 * have the second hash of the data), `Z` what an earlier try left, `O` open, `W` write the data (or, given a number, so many bytes out of compressed data), `V` compare
 * with the first hash of the data, `F` rename. `U` gives up, `C` closes.
 */
export function savingLibrary(inflate: InflateModule | undefined): AgentLibrary {
  return { name: 'saving', needs: FILES_LIBRARY, source: SAVING + (inflate === undefined ? PLAIN_WRITE : EXPANDING_WRITE(inflate)) }
}

const SAVING = `f=Q=None
def C():
 global f
 a=f
 f=None
 if a:a.close()
def B(t,q,v,e):
 global T,Q,h,d
 C()
 T=t
 Q=q
 h=bytes(d[:32])
 d=d[32:]
 if K(t)&0x4000:raise OSError(21)
 if e:
  if(K(t)and H(t))!=bytes(d[:32]):raise ValueError('changed')
  d=d[32:]
 if v>=0:
  s=os.statvfs(t[:t.rfind('/')]or'/')
  b=s[1]or s[0]
  if s[2]and s[4]<(v+b-1)//b+2:raise ValueError('full')
def Z():
 n=K(Q)and os.stat(Q)[6]
 if n:say('Z',n,H(Q))
def O(m):
 global f,z
 z=None
 f=open(Q,m)
def P(b):
 if f.write(b)not in(None,len(b)):raise OSError(28)
def V():
 C()
 if H(Q)!=h:raise ValueError('hash')
def F():
 try:os.rename(Q,T)
 except OSError as e:
  if e.args[0]!=17:raise
  raise ValueError('there')
 return os.stat(T)[6]
def U():
 C()
 if Q and K(Q):os.remove(Q)
`

const PLAIN_WRITE = `def W():P(d)
`

const EXPANDING_WRITE = (inflate: InflateModule): string => `import io
from ${inflate} import ${inflate === 'deflate' ? 'DeflateIO' : 'DecompIO'} as X
def W(n=0,w=9):
 global z,r,l
 if not n:return P(d)
 if not z:
  r=io.BytesIO()
  z=X(r,${inflate === 'deflate' ? '1,w' : '-w'})
  l=0
 u=r.read(l-r.tell())
 r.seek(0)
 l=r.write(u)+r.write(d)
 r.seek(0)
 while n:
  b=y[:min(n,len(y))]
  n-=len(b)
  if z.readinto(b)!=len(b):raise ValueError
  P(b)
`

/** `G(p, a, n)`: `n` bytes of a file from `a` on, in frames `D` whose number is the place. Frames `S` before and behind them say the file's size, the
 * second one with the hash of what was read. */
export const READING_LIBRARY: AgentLibrary = {
  name: 'reading',
  needs: FILES_LIBRARY,
  source: `def G(p,a,n):
 s=os.stat(p)
 if s[0]&0x4000:raise OSError(21)
 say('S',s[6])
 h=sha256()
 with open(p,'rb')as i:
  if a:i.seek(a)
  while n>0:
   k=i.readinto(y[:min(n,len(y))])
   if not k:break
   h.update(y[:k])
   say('D',a,y[:k])
   a+=k
   n-=k
 say('S',s[6],h.digest())
`,
}
