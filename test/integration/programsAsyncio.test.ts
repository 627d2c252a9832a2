import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

async function run(code: string): Promise<string[]> {
  const wire = await BoardWire.start()
  await wire.enterRaw()
  const { output, error } = await wire.run(code)
  expect(error).toBe('')
  return output.trimEnd().split('\r\n')
}

describe('programs with asyncio', () => {
  it('hand things from task to task by a queue', async () => {
    const output = await run(`
import asyncio
async def producer(queue):
    for i in range(4):
        await queue.put(i)
        print('put', i)
    await queue.put(None)
async def main():
    queue = asyncio.Queue(2)
    asyncio.create_task(producer(queue))
    while True:
        item = await queue.get()
        queue.task_done()
        if item is None: break
        print('got', item)
    await queue.join()
    try: queue.get_nowait()
    except asyncio.QueueEmpty: print('empty')
    queue.put_nowait(1)
    queue.put_nowait(2)
    try: queue.put_nowait(3)
    except asyncio.QueueFull: print('full', queue.qsize(), queue.full())
    try: await asyncio.wait_for_ms(queue.put(3), 10)
    except asyncio.TimeoutError: print('still full')
asyncio.run(main())`)
    expect(output.filter((line) => line.startsWith('got'))).toEqual(['got 0', 'got 1', 'got 2', 'got 3'])
    expect(output.filter((line) => line.startsWith('put'))).toEqual(['put 0', 'put 1', 'put 2', 'put 3'])
    expect(output.slice(-3)).toEqual(['empty', 'full 2 True', 'still full'])
  })

  it('share a queue among several takers, and none is forgotten', async () => {
    const output = await run(`
import asyncio
async def taker(name, queue, seen):
    while True:
        seen.append(await queue.get())
        await asyncio.sleep_ms(1)
        queue.task_done()
async def main():
    queue, seen = asyncio.Queue(), []
    takers = [asyncio.create_task(taker(n, queue, seen)) for n in range(3)]
    for i in range(20): queue.put_nowait(i)
    await queue.join()
    for t in takers: t.cancel()
    print(sorted(seen) == list(range(20)))
asyncio.run(main())`)
    expect(output).toEqual(['True'])
  })

  it('read lines that are typed while other tasks go on', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    await wire.send(`
import asyncio, sys
count = 0
async def tick():
    global count
    while True:
        count += 1
        await asyncio.sleep_ms(1)
async def main():
    asyncio.create_task(tick())
    reader = asyncio.StreamReader(sys.stdin)
    print('ready')
    line = await reader.readline()
    before = count
    print('line', repr(line), before > 0)
    data = await reader.readexactly(3)
    print('data', repr(data))
    try: await asyncio.wait_for_ms(reader.read(5), 30)
    except asyncio.TimeoutError: print('nothing more', count > before)
asyncio.run(main())\x04`)
    await wire.until('ready')
    await wire.send('on')
    await wire.send(' 7\r')
    expect(await wire.until('True')).toContain(String.raw`line 'on 7\n'`)
    await wire.send('abc')
    await wire.until("data 'abc'")
    await wire.until('nothing more True')
  })

  it('talk over a serial line that is looped back, at its speed', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const { output, error } = await wire.run(`
import asyncio, time
from machine import UART, Pin
uart = UART(1, baudrate=9600, tx=Pin(4), rx=Pin(5))
async def sender():
    swriter = asyncio.StreamWriter(uart, {})
    for n in range(3):
        swriter.write('Hello uart %d\\n' % n)
        await swriter.drain()
        await asyncio.sleep_ms(40)
async def receiver():
    sreader = asyncio.StreamReader(uart)
    for n in range(3):
        start = time.ticks_ms()
        res = await sreader.readline()
        print('Received', res, n > 0 or time.ticks_diff(time.ticks_ms(), start) >= 12)
    try: await asyncio.wait_for_ms(sreader.read(1), 20)
    except asyncio.TimeoutError: print('quiet')
async def main():
    asyncio.create_task(sender())
    await receiver()
asyncio.run(main())`)
    expect(error).toBe('')
    expect(output.trimEnd().split('\r\n')).toEqual([
      String.raw`Received b'Hello uart 0\n' True`,
      String.raw`Received b'Hello uart 1\n' True`,
      String.raw`Received b'Hello uart 2\n' True`,
      'quiet',
    ])
    expect(
      wire.hardware
        .get()
        .state.pins.filter(({ use }) => use === 'uart')
        .map(({ id }) => id),
    ).toEqual([4, 5])
  })

  it('make garbage without end while a stream of their own is asked', async () => {
    const output = await run(`
import asyncio, io
class Busy(io.IOBase):
    def ioctl(self, request, argument):
        kept = [[i] for i in range(50)]
        for i in range(9000): x = [i] * 1000
        return argument if kept == [[i] for i in range(50)] else 0
    def read(self, n): return b'x' * n
async def main():
    print(await asyncio.StreamReader(Busy()).read(3))
asyncio.run(main())`)
    expect(output).toEqual(["b'xxx'"])
  })

  it('lose no byte of a serial line while tasks and a timer make garbage', async () => {
    const output = await run(`
import asyncio
from machine import Timer, UART
uart = UART(0, 1000000)
kept = []
def tick(timer):
    kept.append([[len(kept)] for i in range(20)])
    if len(kept) > 10: kept.pop(0)
timer = Timer(period=3, callback=tick)
async def send():
    writer = asyncio.StreamWriter(uart)
    for i in range(150):
        writer.write('line %d %s\\n' % (i, 'x' * (i % 40)))
        await writer.drain()
        await asyncio.sleep_ms(0)
async def receive():
    reader = asyncio.StreamReader(uart)
    for i in range(150):
        line = await reader.readline()
        assert line == b'line %d %s\\n' % (i, b'x' * (i % 40)), (i, line)
async def waste():
    while True:
        x = [{str(i): [i]} for i in range(300)]
        assert x[7] == {'7': [7]}
        await asyncio.sleep_ms(1)
async def main():
    wasting = asyncio.create_task(waste())
    await asyncio.gather(send(), receive())
    wasting.cancel()
asyncio.run(main())
timer.deinit()
print(len(kept) > 0 and all(row == [row[0]] * 20 for row in kept))`)
    expect(output).toEqual(['True'])
  })

  it('sleep although something was typed that they don’t read', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    await wire.send(`
import select, io
asked = 0
class Quiet(io.IOBase):
    def ioctl(self, request, argument):
        global asked
        asked += 1
        return 0
poll = select.poll()
poll.register(Quiet(), 1)
print('typing?', input())
print(poll.poll(300), asked < 6)\x04`)
    await wire.until('OK')
    await wire.send('yes\rmore')
    expect(await wire.until('\x04>')).toContain('[] True')
  })

  it('leave the processor alone while they wait, and end on Ctrl-C', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    await wire.send(`
import asyncio, sys, time
asked = 0
class Quiet(__import__('io').IOBase):
    def ioctl(self, request, argument):
        global asked
        asked += 1
        return 0
async def wait_for(stream):
    await asyncio.StreamReader(stream).read(1)
async def main():
    flag = asyncio.ThreadSafeFlag()
    quiet = asyncio.create_task(wait_for(Quiet()))
    asyncio.create_task(wait_for(sys.stdin))
    await asyncio.sleep_ms(100)
    print('asked', asked < 60)
    quiet.cancel()
    await asyncio.sleep_ms(0)
    before = asked
    await asyncio.sleep_ms(50)
    print('left alone', asked - before)
    print('waiting')
    await flag.wait()
asyncio.run(main())\x04`)
    expect(await wire.until('waiting')).toContain('asked True\r\nleft alone 0\r\n')
    await wire.send('\x03')
    expect(await wire.until('\x04>')).toContain('KeyboardInterrupt')
    expect(await wire.run('import asyncio\nasyncio.new_event_loop()\nasync def f(): return 5\nprint(asyncio.run(f()))')).toEqual({
      output: '5\r\n',
      error: '',
    })
  })

  it('have tasks, results, limits and errors as the documentation has them', async () => {
    const output = await run(`
import asyncio
async def bytes_of(n):
    await asyncio.sleep_ms(n)
    if n == 3: raise ValueError('three')
    return n
async def main():
    print(await asyncio.gather(bytes_of(2), bytes_of(3), bytes_of(1), return_exceptions=True))
    task = asyncio.create_task(bytes_of(1))
    print(asyncio.current_task() is not task, task.done())
    print(await task, task.done())
    lock, event = asyncio.Lock(), asyncio.Event()
    async def locked(name):
        async with lock:
            print(name, 'has it')
            await event.wait()
            event.clear()
    tasks = [asyncio.create_task(locked(n)) for n in 'ab']
    await asyncio.sleep_ms(1)
    print(lock.locked(), event.is_set())
    event.set()
    await asyncio.sleep_ms(1)
    event.set()
    await asyncio.gather(*tasks)
    try: await asyncio.wait_for(bytes_of(60000), 0.01)
    except asyncio.TimeoutError: print('too late')
    handled = asyncio.Event()
    def handler(loop, context):
        print('handled', repr(context['exception']))
        handled.set()
    asyncio.get_event_loop().set_exception_handler(handler)
    asyncio.create_task(bytes_of(3))
    await asyncio.wait_for(handled.wait(), 5)
asyncio.run(main())`)
    expect(output).toEqual([
      "[2, ValueError('three',), 1]",
      'True False',
      '1 True',
      'a has it',
      'True False',
      'b has it',
      'too late',
      "handled ValueError('three',)",
    ])
  })
})
