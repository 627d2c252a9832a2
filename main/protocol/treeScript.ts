import { hexExpression, listFunctions } from './boardScripts'
import { type CheckedScript, reading } from './checkedScript'
import { pythonString } from './pythonLiteral'

/** What a tree's script is told. */
export interface TreeScriptOptions {
  hashes: boolean
  /** Names with `*`. */
  excludes: readonly string[]
  mostEntries: number
  mostLevels: number
  hasFolders: boolean
  hasBinascii: boolean
}

/** `g(pattern, name)`: whether the name is like the pattern, in which each `*` stands for any characters. */
const LIKE = [
  'def g(p,s):',
  " p=p.split('*')",
  ' i=len(p[0])',
  ' if len(p)<2 or s[:i]!=p[0]:return s==p[0]',
  ' for q in p[1:-1]:',
  '  i=s.find(q,i)',
  '  if i<0:return False',
  '  i+=len(q)',
  ' return len(s)-len(p[-1])>=i and s.endswith(p[-1])',
]

/** `H(path)`: the hash in hexadecimal, `-` for a file that can't be read; a line now and then meanwhile. */
const hashLines = (hasBinascii: boolean): readonly string[] => [
  'import hashlib',
  ...(hasBinascii ? ['from binascii import hexlify'] : []),
  'y=memoryview(bytearray(1024))',
  'def H(p):',
  ' h=hashlib.sha256()',
  ' i=0',
  ' try:',
  "  f=open(p,'rb')",
  '  try:',
  '   while 1:',
  '    n=f.readinto(y)',
  '    if not n:break',
  '    h.update(y[:n])',
  '    i+=1',
  "    if not i%32:print('~')",
  '  finally:f.close()',
  " except OSError:return '-'",
  ` return ${hasBinascii ? 'hexlify(h.digest()).decode()' : hexExpression('h.digest()')}`,
]

/**
 * A whole tree: `~D path` for each folder, then `~E name kind size hash` for what is in it; kind 1 is a folder, the hash `-` where there is none. `~L path`: there
 * is more than is asked for. A folder comes after the one that holds it.
 */
export function treeScript(path: string, options: TreeScriptOptions): CheckedScript {
  const { hashes, excludes, mostEntries, mostLevels, hasFolders, hasBinascii } = options
  if (!hasFolders) {
    return reading([
      'import os',
      "print('~D','2f')",
      'for n in os.listdir():',
      ` print('~E',${hexExpression("bytes(n,'utf8')")},0,os.size(n),'-')`,
    ])
  }
  const excluded = excludes.length === 0 ? [] : [`  if isinstance(n,str) and [1 for q in x if g(q,n)]:continue`]
  const hex = hasBinascii && hashes ? (expression: string) => `hexlify(${expression}).decode()` : hexExpression
  return reading([
    'import os',
    ...listFunctions,
    ...(hashes ? hashLines(hasBinascii) : []),
    ...(excludes.length === 0 ? [] : [...LIKE, `x=(${excludes.map((pattern) => `${pythonString(pattern)},`).join('')})`]),
    'c=0',
    `t=[(${pythonString(path)},0)]`,
    'while t:',
    ' p,v=t.pop()',
    ' a=p.encode() if isinstance(p,str) else p',
    ` print('~D',${hex('a')})`,
    ` if v>${mostLevels}:`,
    "  print('~L')",
    '  break',
    ' for e in l(p):',
    '  n=e[0]',
    ...excluded,
    '  k=e[1]',
    '  z=e[3] if len(e)>3 else -1',
    '  q=j(p,n)',
    '  if k==0 or (z<0 and k!=0x4000):',
    '   try:',
    '    s=os.stat(q)',
    '    k=s[0];z=s[6]',
    '   except OSError:pass',
    '  k=k&0x4000',
    '  if k:t.append((q,v+1))',
    '  if isinstance(n,str):n=n.encode()',
    `  print('~E',${hex('n')},1 if k else 0,max(z,0),${hashes ? "'-' if k else H(q)" : "'-'"})`,
    '  c+=1',
    `  if c>${mostEntries}:`,
    "   print('~L')",
    '   t=[]',
    '   break',
  ])
}
