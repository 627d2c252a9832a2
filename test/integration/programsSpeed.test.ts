import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

async function run(code: string): Promise<string[]> {
  const wire = await BoardWire.start()
  await wire.enterRaw()
  const { output, error } = await wire.run(code)
  expect(error).toBe('')
  return output.trimEnd().split('\r\n')
}

describe('programs that want to be quick', () => {
  it('may be compiled as native code and as viper code', async () => {
    const output = await run(`
import micropython
class Display:
    def __init__(self):
        self.linebuf = bytearray(range(40))
    @micropython.native
    def foo(self, arg):
        buf = self.linebuf
        return len(buf) + arg
    @micropython.viper
    def bar(self, arg: int) -> int:
        buf = ptr8(self.linebuf)
        total = int(0)
        for x in range(20, 30):
            total += buf[x]
        return total + arg
d = Display()
print(d.foo(2), d.bar(1))
@micropython.bytecode
def plain(): return 'plain'
print(plain())`)
    expect(output).toEqual(['42 246', 'plain'])
  })

  it('reach into buffers by pointers of 8, 16 and 32 bits, and not beyond their end', async () => {
    const output = await run(`
from array import array
import micropython
@micropython.viper
def invert(buf: ptr8, n: int):
    p = ptr8(buf)
    for i in range(n):
        p[i] = p[i] ^ 0xff
@micropython.viper
def swap(buf) -> uint:
    half = ptr16(buf)
    half[0], half[1] = half[1], half[0]
    half[2] = 0x12345
    return uint(ptr32(buf)[0])
b = bytearray(b'\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08')
invert(b, 2)
print(b)
print(hex(swap(b)), b)
a = array('i', [-1, 7])
print(ptr32(a)[0], ptr32(a)[1], ptr16(a)[3], ptr8(array('H', [0x102]))[1])
for bad in (lambda: ptr16(b)[4], lambda: ptr32(b)[2], lambda: ptr8(b)[8], lambda: ptr32(0x40014000)):
    try: print(bad())
    except (IndexError, ValueError) as e: print(type(e).__name__)`)
    expect(output).toEqual([
      "bytearray(b'\\xfe\\xfd\\x03\\x04\\x05\\x06\\x07\\x08')",
      "0xfdfe0403 bytearray(b'\\x03\\x04\\xfe\\xfdE#\\x07\\x08')",
      '-1 7 0 1',
      'IndexError',
      'IndexError',
      'IndexError',
      'ValueError',
    ])
  })

  it('are refused inline assembler and decorators that nobody knows', async () => {
    const output = await run(`
for name in ('asm_thumb', 'asm_xtensa', 'nativ', 'natives', 'vipers', 'viper.fast'):
    try: exec('import micropython\\n@micropython.%s\\ndef f(): pass' % name)
    except SyntaxError as e: print(name, e)`)
    expect(output).toHaveLength(6)
    for (const line of output) expect(line).toContain(' invalid micropython decorator')
  })

  it('may time functions, and keep memory for exceptions in callbacks', async () => {
    const output = await run(`
import gc, micropython, time
from micropython import const
micropython.alloc_emergency_exception_buf(100)
BIT0 = const(1)
def timed_function(f, *args, **kwargs):
    myname = str(f).split(' ')[1]
    def new_func(*args, **kwargs):
        t = time.ticks_us()
        result = f(*args, **kwargs)
        delta = time.ticks_diff(time.ticks_us(), t)
        print('Function {} Time = {:6.3f}ms'.format(myname, delta/1000))
        return result
    return new_func
@timed_function
@micropython.native
def work():
    return sum(range(1000)) | BIT0
print(work())
print(micropython.opt_level(), micropython.stack_use() > 0, gc.mem_alloc() + gc.mem_free() > 200000)
micropython.schedule(lambda n: print('scheduled', n), 3)
time.sleep_ms(1)
micropython.mem_info()`)
    expect(output[0]).toMatch(/^Function work Time = +\d+\.\d{3}ms$/)
    expect(output.slice(1, 4)).toEqual(['499501', '0 True True', 'scheduled 3'])
    expect(output[4]).toMatch(/^stack: \d+ out of/)
  })
})
