import { builtinsLine } from './ownBuiltins'
import type { Encoding } from './probe'
import { pythonString } from './pythonLiteral'

/*
 * The Python that works on the board's files. Each answers in lines of `~`, a letter and numbers or hexadecimal, and ends with `~.`: what
 * a background thread prints in between is told apart, and a name can hold anything. A script is a function of its own, so that it
 * leaves the variables of the user's own programs alone; only a save keeps its file between scripts, under names that begin with _pb.
 */

/** What a board calls the path: without folders there is no root either. */
export function nameOnBoard(path: string, { hasFolders }: { hasFolders: boolean }): string {
  return hasFolders ? path : path.slice(1)
}

/** An expression for the bytes in `expression` as hexadecimal; works without binascii. */
const hex = (expression: string): string => `''.join('%02x'%c for c in ${expression})`

/**
 * `l(path)` lists a folder; where a name is no UTF-8, all names are bytes, which not every file system allows. `j(path, name)` joins, keeping
 * text or bytes as the name is.
 */
const LIST = [
  'def l(p):',
  ' try:return list(os.ilistdir(p))',
  ' except UnicodeError:return list(os.ilistdir(p.encode() if isinstance(p,str) else p))',
  'def j(p,n):',
  " if isinstance(n,str):return (p if p!='/' else '')+'/'+n",
  ' if isinstance(p,str):p=p.encode()',
  " return (p if p!=b'/' else b'')+b'/'+n",
]

/** The lines as a function that is run and forgotten. */
export function script(lines: readonly string[]): string {
  const body = [builtinsLine(`${lines.join('\n')}\nprint`), ...lines, "print('~.')"]
  return ['def _pb():', ...body.map((line) => ` ${line}`), 'try:', ' _pb()', 'finally:', ' del _pb', ''].join('\n')
}

/** `~E name kind size` for each entry; kind 1 is a folder. */
export function listScript(path: string, hasFolders: boolean): string {
  if (!hasFolders) {
    return script(['import os', 'for n in os.listdir():', ` print('~E',${hex("bytes(n,'utf8')")},0,os.size(n))`])
  }
  return script([
    'import os',
    ...LIST,
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
    ` print('~E',${hex('n')},1 if k&0x4000 else 0,max(z,0))`,
  ])
}

/** `~V block blocks free`. */
export function storageScript(path: string): string {
  return script(['import os', `s=os.statvfs(${pythonString(path)})`, "print('~V',s[1] or s[0],s[2],s[4])"])
}

/** `~M used free`, after a collection. */
export function memoryScript(): string {
  return script(['import gc', 'gc.collect()', "print('~M',gc.mem_alloc(),gc.mem_free())"])
}

/** `~T kind size`, or `~N` when nothing is there. */
export function statScript(path: string, hasFolders: boolean): string {
  if (!hasFolders) {
    const name = pythonString(path.slice(1))
    return script(['import os', `n=${name}`, "if n in os.listdir():print('~T',0,os.size(n))", "else:print('~N')"])
  }
  return script([
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
export function preflightScript(path: string, folder: string, features: { hasFolders: boolean; hasStatvfs: boolean }): string {
  return script([
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
export function countScript(path: string): string {
  return script([
    'import os',
    ...LIST,
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
export function removeScript(path: string, hasFolders: boolean): string {
  if (!hasFolders) return script(['import os', `os.remove(${pythonString(path.slice(1))})`, "print('~R')"])
  return script([
    'import os',
    ...LIST,
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
export function makeFolderScript(path: string): string {
  return script(['import os', `os.mkdir(${pythonString(path)})`])
}

/** Renames unless `to` is there: `~X` then. */
export function renameScript(from: string, to: string): string {
  return script([
    'import os',
    `a=${pythonString(from)}`,
    `b=${pythonString(to)}`,
    'os.stat(a)',
    'try:',
    ' os.stat(b)',
    " print('~X')",
    'except OSError:',
    ' os.rename(a,b)',
  ])
}

const ENCODE: Readonly<Record<Encoding, string>> = {
  base64: "print(b2a_base64(m[:n]).decode(),end='')",
  hex: 'print(hexlify(m[:n]).decode())',
  plain: `print(${hex('m[:n]')})`,
}

/** The bytes in lines of base64 or hexadecimal, then `~L length`, and `~H sha256` where the board has one. */
export function readScript(path: string, features: { encoding: Encoding; hasHash: boolean }): string {
  const { encoding, hasHash } = features
  return script([
    ...(encoding === 'plain' ? [] : [`from binascii import ${encoding === 'hex' ? 'hexlify' : 'b2a_base64'}`]),
    ...(hasHash ? ['import hashlib', 'h=hashlib.sha256()'] : []),
    // Boards without binascii are the smallest, and have no memoryview either.
    `b=bytearray(${encoding === 'plain' ? 64 : 1536})`,
    encoding === 'plain' ? 'm=b' : 'm=memoryview(b)',
    'l=0',
    `f=open(${pythonString(path)},'rb')`,
    'try:',
    ' while 1:',
    '  n=f.readinto(b)',
    '  if not n:break',
    ...(hasHash ? ['  h.update(m[:n])'] : []),
    '  l+=n',
    `  ${ENCODE[encoding]}`,
    'finally:f.close()',
    "print('~L',l)",
    ...(hasHash ? [`print('~H',${hex('h.digest()')})`] : []),
  ])
}

/** `~H sha256` of a file; a line now and then meanwhile, so that a long one isn't taken for silence. */
export function hashScript(path: string): string {
  return script([
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
    `print('~H',${hex('h.digest()')})`,
  ])
}
