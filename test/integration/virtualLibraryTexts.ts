/** Programs that use the firmware's own modules, as `PROGRAMS` has them. */
export const libraryPrograms: Record<string, (n: number) => string> = {
  json: (n) => `
import json, io
o = {'list': [{'i': i, 's': 'text %d' % i, 'f': i * 0.25, 'n': None, 'b': bool(i & 1)} for i in range(${n} // 4 + 1)], 'nested': [[[[str(i)]]] for i in range(9)]}
for k in range(4):
    o2 = json.loads(json.dumps(o))
    assert o2 == o
    f = io.StringIO()
    json.dump(o2, f)
    f.seek(0)
    assert json.load(f) == o`,
  re: (n) => `
import re
text = ' '.join('key%d=value%d;' % (i, i * 3) for i in range(${n} // 4 + 2))
r = re.compile(r'([a-z]+)(\\d+)=(\\w+);')
at, found = 0, []
while True:
    m = r.search(text[at:])
    if not m: break
    found.append((m.group(2), m.group(3)))
    at += text[at:].find(';') + 1
assert found == [(str(i), 'value%d' % (i * 3)) for i in range(${n} // 4 + 2)]
assert re.sub(r'\\d+', lambda m: '<' + str(int(m.group(0)) + 1) + '>', 'a1b22') == 'a<2>b<23>'
assert re.sub(r'[0-9]+', '#', text).count('#') == 2 * len(found)`,
  struct: (n) => `
import struct, binascii, hashlib
rows = b''.join(struct.pack('<HIhf8s', i, i * 70000, -i, i * 0.5, b'n%07d' % i) for i in range(${n}))
step = struct.calcsize('<HIhf8s')
for i in range(${n}): assert struct.unpack_from('<HIhf8s', rows, i * step) == (i, i * 70000, -i, i * 0.5, b'n%07d' % i)
assert binascii.unhexlify(binascii.hexlify(rows)) == rows and binascii.a2b_base64(binascii.b2a_base64(rows)) == rows
h = hashlib.sha256()
for i in range(0, len(rows), 33): h.update(rows[i:i + 33])
assert h.digest() == hashlib.sha256(rows).digest()`,
  evals: (n) => `
scope = {'base': ${n}}
for i in range(${(n >> 2) + 2}):
    exec('def f%d(x):\\n return [x + base + %d] * 2\\nv%d = f%d(1)' % (i, i, i, i), scope)
    assert scope['v%d' % i] == [1 + ${n} + i] * 2
    assert eval('[base] * %d + [v%d[0]]' % (i % 5, i), scope) == [${n}] * (i % 5) + [1 + ${n} + i]`,
  imports: (n) => `
import sys, os
sys.modules.pop('soakmod', None)
with open('soakmod.py', 'w') as f: f.write('table = {i: str(i) * 4 for i in range(${n})}\\nclass C:\\n def m(self): return [table[k] for k in sorted(table)]\\n')
import soakmod
assert soakmod.C().m() == [str(i) * 4 for i in range(${n})]
del sys.modules['soakmod']
os.remove('soakmod.py')`,
  numbers: (n) => `
import math
big = 1
for i in range(1, ${(n % 40) + 20}): big *= i
check = big
for i in range(1, ${(n % 40) + 20}): check //= i
assert check == 1 and int(str(big)) == big
x = 0.0
for i in range(${n * 4}): x += math.sin(i) ** 2 + math.cos(i) ** 2
assert abs(x - ${n * 4}) < 0.01, x
assert sum(divmod(big + i, i + 3)[1] for i in range(50)) == sum((big + i) % (i + 3) for i in range(50))`,
  namedtuples: (n) => `
from collections import namedtuple, deque, OrderedDict
P = namedtuple('P', ('x', 'y', 'tag'))
q = deque((), 50)
for i in range(${n}):
    q.append(P(i, [i], 'tag%d' % i))
    if len(q) > 40: q.popleft()
last = list(q)
assert last[-1] == P(${n - 1}, [${n - 1}], 'tag${n - 1}') and last[-1].tag == 'tag${n - 1}'
o = OrderedDict((str(i), i) for i in range(${n}))
assert list(o.values()) == list(range(${n}))`,
  asyncio: (n) => `
import asyncio
async def work(i, out):
    for k in range(${(n % 10) + 2}):
        out.append([i, k])
        await asyncio.sleep_ms(k & 1)
    return [i] * 3
async def main():
    out = []
    got = await asyncio.gather(*(work(i, out) for i in range(8)))
    assert got == [[i] * 3 for i in range(8)]
    assert sorted(out) == [[i, k] for i in range(8) for k in range(${(n % 10) + 2})]
asyncio.run(main())`,
  time: () => `
import time
t = time.ticks_ms()
for i in range(5):
    time.sleep_ms(2)
    x = [str(i)] * 50
assert time.ticks_diff(time.ticks_ms(), t) >= 9`,
  printing: (n) => `
for i in range(${n}): print('line', i, [i] * 3, {'k': i}, i / 4)
import io, sys
s = io.StringIO()
for i in range(${n}): print(i, str(i) * 2, file=s, end=';')
assert len(s.getvalue().split(';')) == ${n} + 1
try: [][${n}]
except IndexError as e:
    t = io.StringIO()
    sys.print_exception(e, t)
    assert 'IndexError' in t.getvalue()`,
}
