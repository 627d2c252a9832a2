import { change, type CheckedScript, reading } from './checkedScript'
import type { Encoding } from './probe'
import { pythonString } from './pythonLiteral'

/*
 * The Python that works on the board's files. Each answers in lines of `~`, a letter and numbers or hexadecimal: what
 * a background thread prints in between is told apart, and a name can hold anything. Only a save keeps its file between scripts, under names
 * that begin with _pb.
 */

/** What a board calls the path: without folders there is no root either. */
export function nameOnBoard(path: string, { hasFolders }: { hasFolders: boolean }): string {
  return hasFolders ? path : path.slice(1)
}

/** An expression for the bytes in `expression` as hexadecimal; works without binascii. */
export const hexExpression = (expression: string): string => `''.join('%02x'%c for c in ${expression})`

/**
 * `l(path)` lists a folder; where a name is no UTF-8, all names are bytes, which not every file system allows. CircuitPython has names alone: then the kind is 0, and has to be looked up.
 * `j(path, name)` joins, keeping text or bytes as the name is.
 */
export const listFunctions: readonly string[] = [
  'def l(p):',
  ' try:return list(os.ilistdir(p))',
  ' except AttributeError:return [(n,0) for n in os.listdir(p)]',
  ' except UnicodeError:return list(os.ilistdir(p.encode() if isinstance(p,str) else p))',
  'def j(p,n):',
  " if isinstance(n,str):return (p if p!='/' else '')+'/'+n",
  ' if isinstance(p,str):p=p.encode()',
  " return (p if p!=b'/' else b'')+b'/'+n",
]

/** `~E name kind size` for each entry; kind 1 is a folder. */
export function listScript(path: string, hasFolders: boolean): CheckedScript {
  if (!hasFolders) {
    return reading(['import os', 'for n in os.listdir():', ` print('~E',${hexExpression("bytes(n,'utf8')")},0,os.size(n))`])
  }
  return reading([
    'import os',
    ...listFunctions,
    `p=${pythonString(path)}`,
    'for e in l(p):',
    ' n=e[0]',
    ' k=e[1]',
    ' z=e[3] if len(e)>3 else -1',
    ' if k==0 or (z<0 and k!=0x4000):',
    '  try:',
    '   s=os.stat(j(p,n))',
    '   k=s[0];z=s[6]',
    '  except OSError:pass',
    ' if isinstance(n,str):n=n.encode()',
    ` print('~E',${hexExpression('n')},1 if k&0x4000 else 0,max(z,0))`,
  ])
}

/** `~V block blocks free`. */
export function storageScript(path: string): CheckedScript {
  return reading(['import os', `s=os.statvfs(${pythonString(path)})`, "print('~V',s[1] or s[0],s[2],s[4])"])
}

/** `~M used free`, after a collection. */
export function memoryScript(): CheckedScript {
  return reading(['import gc', 'gc.collect()', "print('~M',gc.mem_alloc(),gc.mem_free())"])
}

/** `~T kind size`, or `~N` when nothing is there. */
export function statScript(path: string, hasFolders: boolean): CheckedScript {
  if (!hasFolders) {
    const name = pythonString(path.slice(1))
    return reading(['import os', `n=${name}`, "if n in os.listdir():print('~T',0,os.size(n))", "else:print('~N')"])
  }
  return reading([
    'import os',
    'try:',
    ` s=os.stat(${pythonString(path)})`,
    " print('~T',1 if s[0]&0x4000 else 0,s[6])",
    'except OSError as e:',
    ' if e.args[0] not in (2,44):raise',
    " print('~N')",
  ])
}

/**
 * What a save must know first, in one round trip: `~M used free`; `~D kind size` of the folder and `~T kind size` of the target where they
 * exist; `~V block blocks free` where it is known.
 */
export function preflightScript(path: string, folder: string, features: { hasFolders: boolean; hasStatvfs: boolean }): CheckedScript {
  return reading([
    'import gc,os',
    'def t(k,p):',
    ' try:',
    '  s=os.stat(p)',
    '  print(k,1 if s[0]&0x4000 else 0,s[6])',
    ' except OSError:pass',
    ...(features.hasFolders ? [`t('~D',${pythonString(folder)})`, `t('~T',${pythonString(path)})`] : []),
    'try:',
    ...(features.hasStatvfs ? [` s=os.statvfs(${pythonString(folder)})`, " print('~V',s[1] or s[0],s[2],s[4])"] : [' pass']),
    'except OSError:pass',
    'gc.collect()',
    "print('~M',gc.mem_alloc(),gc.mem_free())",
  ])
}

/** `~C files folders` below a folder; a dot now and then meanwhile. */
export function countScript(path: string): CheckedScript {
  return reading([
    'import os',
    ...listFunctions,
    'f=d=0',
    `s=[${pythonString(path)}]`,
    'while s:',
    ' p=s.pop()',
    " print('~')",
    ' for e in l(p):',
    '  n=j(p,e[0])',
    '  if (e[1] or os.stat(n)[0])&0x4000:',
    '   d+=1',
    '   s.append(n)',
    '  else:f+=1',
    "print('~C',f,d)",
  ])
}

/** Removes a file, or a folder with all below it; `~R` for each thing removed. */
export function removeScript(path: string, hasFolders: boolean): CheckedScript {
  if (!hasFolders) return change(['import os', `os.remove(${pythonString(path.slice(1))})`, "print('~R')"])
  return change([
    'import os',
    ...listFunctions,
    `s=[${pythonString(path)}]`,
    'while s:',
    ' p=s[-1]',
    ' if os.stat(p)[0]&0x4000:',
    '  c=[j(p,e[0]) for e in l(p)]',
    '  if c:',
    '   s+=c',
    '   continue',
    '  os.rmdir(p)',
    ' else:os.remove(p)',
    ' s.pop()',
    " print('~R')",
  ])
}

/** Makes one folder. */
export function makeFolderScript(path: string): CheckedScript {
  return change(['import os', `os.mkdir(${pythonString(path)})`])
}

/** `~R` when it was renamed; `~X` when `to` is there, and all was left as it was. */
export function renameScript(from: string, to: string): CheckedScript {
  return change([
    'import os',
    `a=${pythonString(from)}`,
    `b=${pythonString(to)}`,
    'os.stat(a)',
    'try:',
    ' os.stat(b)',
    " print('~X')",
    'except OSError:',
    ' os.rename(a,b)',
    " print('~R')",
  ])
}

function encode(encoding: Encoding, piece: string): string {
  if (encoding === 'base64') return `b2a_base64(${piece}).decode().strip()`
  return encoding === 'hex' ? `hexlify(${piece}).decode()` : hexExpression(piece)
}

/** The bytes in lines of base64 or hexadecimal, then `~L length` and `~H sha256`. Where the board has no hash, the lines are checked themselves: `~B`. */
export function readScript(path: string, features: { encoding: Encoding; hasHash: boolean }): CheckedScript {
  const { encoding, hasHash } = features
  // The smallest boards have no memoryview, and little memory.
  const isPlain = encoding === 'plain'
  const piece = isPlain ? 'b' : 'm[:n]'
  return reading([
    ...(isPlain ? [] : [`from binascii import ${encoding === 'hex' ? 'hexlify' : 'b2a_base64'}`]),
    ...(hasHash ? ['import hashlib', 'h=hashlib.sha256()'] : []),
    ...(isPlain ? ['import gc', 'gc.collect()'] : ['b=bytearray(1536)', 'm=memoryview(b)']),
    'l=0',
    `f=open(${pythonString(path)},'rb')`,
    'try:',
    ' while 1:',
    ...(isPlain ? ['  b=f.read(64)', '  n=len(b)'] : ['  n=f.readinto(b)']),
    '  if not n:break',
    ...(hasHash ? [`  h.update(${piece})`] : []),
    '  l+=n',
    `  ${hasHash ? 'P(' : "print('~B',"}${encode(encoding, piece)})`,
    'finally:f.close()',
    "print('~L',l)",
    ...(hasHash ? [`print('~H',${hexExpression('h.digest()')})`] : []),
  ])
}

/** `~H sha256` of a file; a line now and then meanwhile, so that a long one isn't taken for silence. */
export function hashScript(path: string): CheckedScript {
  return reading([
    'import hashlib',
    'h=hashlib.sha256()',
    'b=bytearray(1024)',
    'm=memoryview(b)',
    'i=0',
    `f=open(${pythonString(path)},'rb')`,
    'try:',
    ' while 1:',
    '  n=f.readinto(b)',
    '  if not n:break',
    '  h.update(m[:n])',
    '  i+=1',
    "  if not i%32:print('~')",
    'finally:f.close()',
    `print('~H',${hexExpression('h.digest()')})`,
  ])
}
