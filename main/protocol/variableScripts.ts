import type { VariablePath } from '../../shared/variables'
import { pythonString } from './pythonLiteral'

/** How many names of a level are told; the rest is counted. */
export const MAX_VARIABLES = 200

/*
 * The Python that tells what the user's names hold. It builds no long text: of lists come the first elements, of texts the beginning, and
 * nothing deeper than two levels, so that a cycle ends. Programs name their variables `list` and `str`: the builtins are taken from their
 * module. Everything is a function that is forgotten afterwards. One letter a name: small boards get a small script.
 *
 * `c(x)`: what is inside? 1 elements, 2 keys, 3 attributes, 0 nothing. `v(x, d)`: the text of a value at depth d. `N(t)`:
 * the name of a type, which not every firmware tells by `__name__`: taken from `<class 'int'>`. `n(i, k, x)` tells one.
 */
const HEAD = String.raw`def _pb():
 import builtins as b
 G=b.globals();R=b.repr;L=b.len;I=b.isinstance;T=b.type;D=b.dict
 Q=b.list,b.tuple,b.set,b.getattr(b,'frozenset',b.set)
 S=b.str,b.bytes,b.bytearray
 def N(t):return R(t)[8:-2]
 def c(x):return 2 if I(x,D)else 1 if I(x,Q)else 3 if b.hasattr(x,'__dict__')and T(x)not in(T,T(b))else 0
 def v(x,d):
  t=T(x);k=c(x);s=''
  if t in S or N(t)=='array':return R(x[:80])+('...'if L(x)>80 else'')
  if t is b.int and x>>99 not in(0,-1):return('>'if x>0 else'<-')+'2**99'
  if not k or(b.hasattr(t,'__repr__')if k==3 else not L(x)):return R(x)[:200]
  for a in x.__dict__ if k==3 else x:
   if s:s+=', '
   if d>1 or L(s)>80:
    s+='...'
    break
   s+=a+'='+v(x.__dict__[a],d+1)if k==3 else v(a,d+1)
   if k==2:s+=': '+v(x[a],d+1)
  p={Q[0]:'[]',Q[1]:'()',D:'{}',Q[2]:'{}'}.get(t)or N(t)+'()'
  return p[:-1]+s+(','if t is Q[1]and L(x)==1 else'')+p[-1]
 def h(s):return''.join('%02x'%c for c in b.bytes(s,'utf8'))
 def n(i,k,x):
  b.print('\n~N',i,h(k),h(N(T(x))),'%d'%b.callable(x))
  try:b.print('\n~V',c(x),L(x)if I(x,(D,)+Q+S)else'-',h(v(x,0)[:400]))
  except b.KeyboardInterrupt:raise
  except b.BaseException:b.print('\n~W',c(x))
`

/** For boards that have no memory for the other: only what is told without looking inside. */
const SMALL = String.raw`def _pb():
 import builtins as b
 i=0
 for k in b.sorted(b.globals()):
  x=b.globals()[k]
  t=b.repr(b.type(x))[8:-2]
  if k[0]!='_':
   print('~N',i,''.join('%02x'%c for c in b.bytes(k,'utf8')),''.join('%02x'%c for c in b.bytes(t,'utf8')),'%d'%b.callable(x))
   if t in('int','float','bool','str'):print('~V 0 -',''.join('%02x'%c for c in b.bytes(b.repr(x[:80]if t=='str'else x),'utf8')))
   i+=1
 print('~T',i)
 print('~.')
try:
 _pb()
finally:
 del _pb
`

/**
 * What is inside the value at `path`, from the `from`th on: `~K inside`, as `c` says it; `~N place name type callable`, then `~V inside length text` or, where the
 * value's own code failed, `~W inside`; at the end `~T total`. Text is hexadecimal. `~G` alone: nothing is at that path.
 */
export function variablesScript(path: VariablePath, from: number): string {
  const isGlobal = path.length === 0
  const lines = [
    'x=G;k=3',
    'try:',
    ...path.flatMap(walk),
    ' i=0',
    'except b.KeyboardInterrupt:raise',
    "except b.BaseException:return b.print('~G\\n~.')",
    // Attributes and globals are sorted, for the board's own order means nothing.
    isGlobal ? "a=b.sorted(n for n in x if n[:2]!='__'and n!='_pb')" : 'k=c(x);a=b.sorted(x.__dict__)if k==3 else x if k else()',
    "b.print('~K',k)",
    'for e in a:',
    ` if ${from}<=i<${from + MAX_VARIABLES}:`,
    `  if k==3:n(i,e,${isGlobal ? 'x[e]' : 'x.__dict__[e]'})`,
    "  else:n(i,v(e,1)if k==2 else'%d'%i,x[e]if k==2 else e)",
    ' i+=1',
    "b.print('\\n~T',i)",
    "b.print('~.')",
  ]
  return `${HEAD}${lines.map((line) => ` ${line}\n`).join('')}try:\n _pb()\nfinally:\n del _pb\n`
}

/** As `variablesScript` for the global scope, in a third of the memory. */
export function smallVariablesScript(): string {
  return SMALL
}

/** One step on from `x`. */
function walk(step: string | number, at: number): string[] {
  if (typeof step === 'string') return [` x=${at === 0 ? 'G' : 'x.__dict__'}[${pythonString(step)}]`]
  return [` i=b.iter(x)`, ` for _ in b.range(${step}):b.next(i)`, ` e=b.next(i);x=x[e]if I(x,D)else e`]
}
