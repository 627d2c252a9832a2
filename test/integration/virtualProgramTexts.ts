import { libraryPrograms } from './virtualLibraryTexts'

/**
 * Programs that keep a firmware's heap busy in many ways and check their own results. Each prints `fine` as its last line when all was
 * well; the number given to one sets how much it does. The call of `min` before a collection is there for what it overwrites: the stack
 * of Python, on which the iterator of what was just let go may still lie, here as on a board.
 */
export const PROGRAMS: Record<string, (n: number) => string> = {
  ...libraryPrograms,
  files: (n) => `
import os
size = ${200 + n * 37}
with open('soak.bin', 'wb') as f:
    for i in range(size // 50 + 1): f.write(bytes((i * 7 + j) & 255 for j in range(50)))
total = 0
f = open('soak.bin', 'rb')
while True:
    b = f.read(${64 + n})
    if not b: break
    total += sum(b)
f.close()
assert total == sum((i * 7 + j) & 255 for i in range(size // 50 + 1) for j in range(50)), total
f = open('soak.bin', 'rb')
while f.read(768): pass
f.close()
buf = bytearray(97)
n = 0
with open('soak.bin', 'rb') as f:
    while True:
        k = f.readinto(buf)
        if not k: break
        n += k
assert n == os.stat('soak.bin')[6]
os.rename('soak.bin', 'soak2.bin')
os.remove('soak2.bin')`,
  lines: (n) => `
with open('soak.txt', 'w') as f:
    for i in range(${n}): f.write('line %d of text\\n' % i)
count = 0
for line in open('soak.txt'):
    assert line == 'line %d of text\\n' % count, line
    count += 1
assert count == ${n}
assert len(open('soak.txt').read().split('\\n')) == ${n} + 1`,
  strings: (n) => `
s = ''
for i in range(${n}): s += chr(97 + i % 26)
assert len(s) == ${n} and s[-1] == chr(97 + (${n} - 1) % 26)
parts = [str(i) * 3 for i in range(${n})]
assert sum(len(p) for p in ','.join(parts).split(',')) == sum(len(str(i)) * 3 for i in range(${n}))
assert all('%05d|%s' % (i, hex(i)) == '{:05d}|{}'.format(i, hex(i)) for i in range(${n}))
assert s.replace('a', 'bb').count('b') == s.count('b') + 2 * s.count('a')`,
  dicts: (n) => `
d = {}
for i in range(${n}): d['k%d' % i] = [i, str(i), (i, i * 0.5)]
for i in range(0, ${n}, 2): del d['k%d' % i]
for i in range(1, ${n}, 2): assert d['k%d' % i] == [i, str(i), (i, i * 0.5)]
e = {v[0]: k for k, v in d.items()}
assert sorted(e) == list(range(1, ${n}, 2))
assert set(e) | {0} == set(range(1, ${n}, 2)) | {0}
d.update(e)
assert len(d) == 2 * len(e)`,
  closures: (n) => `
def counter(start):
    values = [start]
    extra = {'n': start}
    def step(by=1, *more, **kw):
        values.append(values[-1] + by + sum(more) + kw.get('k', 0))
        extra['n'] = values[-1]
        return lambda: (values[-1], extra['n'], [by] * 5)
    return step
steps = [counter(i) for i in range(20)]
for i in range(${n}):
    for j, s in enumerate(steps):
        got = s(1, 2, 3, k=4)()
        assert got == (j + 10 * (i + 1),) * 2 + ([1] * 5,), got`,
  generators: (n) => `
def squares(n):
    for i in range(n):
        got = yield [i * i]
        if got: yield 'got ' + got
def chained(n):
    x = yield from squares(n)
    yield ['end', x]
g = chained(${n})
total = 0
last = None
for v in g:
    last = v
    if v[0] == 'end': break
    total += v[0]
assert total == sum(i * i for i in range(${n})) and last == ['end', None]
g = squares(5)
next(g)
assert g.send('word' * 3) == 'got ' + 'word' * 3
try:
    g.throw(ValueError('thrown %d' % ${n}))
except ValueError as e:
    assert str(e) == 'thrown ${n}'
g = squares(3); next(g); g.close()
assert dict(zip((str(i) for i in range(${n})), map(lambda x: [x], range(${n}))))[str(${n} - 1)] == [${n} - 1]`,
  classes: (n) => `
class Base:
    made = 0
    def __init__(self, name, *rest, **kw):
        self.name = name
        self.rest = list(rest)
        self.kw = kw
        Base.made += 1
    def __eq__(self, other): return str(self.name) + '!' == str(other.name) + '!'
    def __hash__(self): return hash(str(self.name) + '?')
    def __add__(self, other): return type(self)(self.name + other.name, *(self.rest + other.rest))
    def __getattr__(self, key):
        if key.startswith('x'): return [key] * 3
        raise AttributeError(key)
    def __str__(self): return '<%s %s>' % (self.name, ''.join(str(r) for r in self.rest))
    def __len__(self): return len(self.rest)
    def __getitem__(self, i): return [self.rest[i]]
    def __iter__(self): return (r for r in self.rest)
    def __enter__(self): return [self]
    def __exit__(self, *a): return a[0] is KeyError
    @property
    def size(self): return len([c for c in str(self)])
class Child(Base):
    def __init__(self, name, *rest):
        self.made_by = [c for c in name]
        super().__init__(name, *rest, kind='child')
seen = {}
for i in range(${n}):
    a = Child('a%d' % i, i, [i])
    b = Child('b%d' % i, str(i))
    c = a + b
    assert c.name == 'a%db%d' % (i, i) and len(c) == 3 and c[1] == [[i]], str(c)
    assert c.kw == {'kind': 'child'} and ''.join(c.made_by) == c.name
    assert c.xyz == ['xyz'] * 3 and list(c) == [i, [i], str(i)]
    assert c.size == len('<a%db%d %d[%d]%d>' % (i, i, i, i, i))
    with c as w:
        assert w[0] is c
        raise KeyError(i)
    seen[c] = i
    assert seen[Child(c.name)] == i
assert len(seen) == ${n}`,
  exceptions: (n) => `
class Own(Exception):
    def __init__(self, *a):
        super().__init__(*a)
        self.extra = [x for x in a] * 2
caught = []
def work(i):
    try:
        if i % 4 == 0: raise Own(i, str(i))
        if i % 4 == 1: return [1][i]
        if i % 4 == 2: return {}[str(i)]
        return int('x' * (i % 9 + 1))
    except Own as e:
        try:
            raise ValueError(e.extra) from e
        finally:
            caught.append(['finally', i])
    finally:
        caught.append(i)
for i in range(4, ${n} + 4):
    try: work(i)
    except ValueError as e:
        if i % 4 == 0: assert e.args[0] == [i, str(i)] * 2, e.args
    except (IndexError, KeyError) as e: caught.append(str(e))
assert [c for c in caught if isinstance(c, int)] == list(range(4, ${n} + 4))`,
  sorting: (n) => `
x = ${n}
def rnd():
    global x
    x = (x * 1103515245 + 12345) & 0x3fffffff
    return x
l = [rnd() % 1000 for i in range(${n})]
a = sorted(l, key=lambda v: '%06d' % v + 'x' * 20)
assert a == sorted(l)
b = sorted(([v, str(v)] for v in l), key=lambda p: [-p[0], p[1] * 2])
assert [p[0] for p in b] == a[::-1]
l.sort(key=lambda v: -v, reverse=True)
assert l == a
assert max(l, key=lambda v: [v, 'pad' * 10]) == a[-1] and min(map(lambda v: [v], l)) == [a[0]]
assert sum(filter(lambda v: len(str(v) * 3) > 6, l)) == sum(v for v in l if v > 99)`,
  bytearrays: (n) => `
import array
b = bytearray()
for i in range(${n} * 8): b.append(i & 255)
for i in range(${n}): b.extend(bytes([i & 255] * 7))
assert len(b) == ${n} * 15 and b[${n} * 8] == 0 and sum(b[:256]) == sum(i & 255 for i in range(min(256, ${n} * 8))) + (0 if ${n} * 8 >= 256 else sum(b[${n} * 8:256]))
m = memoryview(b)[5:]
keep = [m[i:] for i in range(10)]
del b
x = [bytes(50) for i in range(${n})]
assert all(k[0] == (i + 5) & 255 for i, k in enumerate(keep))
a = array.array('i', range(${n}))
for i in range(${n}): a.append(i * i)
assert sum(a) == sum(range(${n})) + sum(i * i for i in range(${n}))`,
  recursion: (n) => `
def deep(k, keep): return deep(k + 1, [k, keep])
for i in range(3):
    try: deep(0, None)
    except RuntimeError as e: assert 'recursion' in str(e)
def total(k): return 0 if k == 0 else k + total(k - 1) + len([k] * 3) - 3
assert total(30) == 465
def hanoi(k, a, b, c): return [] if k == 0 else hanoi(k - 1, a, c, b) + [(a, c)] + hanoi(k - 1, b, a, c)
assert len(hanoi(${(n % 4) + 4}, 'a', 'b', 'c')) == 2 ** ${(n % 4) + 4} - 1`,
  memory: (n) => `
import gc
for k in range(3):
    keep = []
    try:
        while True: keep.append(bytearray(${500 + n}))
    except MemoryError: pass
    full = len(keep)
    for b in keep: assert len(b) == ${500 + n} and b[0] == 0
    b = None
    keep = None
    min(1, 2, 3, 4, 5, 6)
    gc.collect()
    assert full > 5, full
min(1, 2, 3, 4, 5, 6)
gc.collect()
assert gc.mem_free() > 120000, gc.mem_free()
try: bytearray(400000)
except MemoryError: pass
else: assert False`,
  nested: (n) => `
def tree(k): return None if k == 0 else {'l': tree(k - 1), 'r': tree(k - 1), 'v': [k] * 3}
def weigh(t): return 0 if t is None else sum(t['v']) + weigh(t['l']) + weigh(t['r'])
for i in range(${(n >> 4) + 2}):
    t = tree(6)
    assert weigh(t) == sum(3 * k * 2 ** (6 - k) for k in range(1, 7))
l = None
for i in range(${n * 5}): l = (l, i)
c = 0
while l: c += l[1]; l = l[0]
assert c == sum(range(${n * 5}))`,
}
