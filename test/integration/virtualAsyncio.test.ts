import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

async function run(code: string): Promise<string> {
  const wire = await BoardWire.start()
  await wire.enterRaw()
  const { output, error } = await wire.run(`import asyncio, time\n${code}`)
  expect(error).toBe('')
  return output
}

describe('asyncio', () => {
  it('runs tasks side by side, in the order of their sleeps', async () => {
    const output = await run(
      'async def say(n, ms):\n await asyncio.sleep_ms(ms)\n print(n)\n return n * 2\nasync def main():\n t = time.ticks_ms()\n print(await asyncio.gather(say(1, 200), say(2, 100), say(3, 0)))\n print(time.ticks_diff(time.ticks_ms(), t) < 290)\nasyncio.run(main())',
    )
    expect(output).toBe('3\r\n2\r\n1\r\n[2, 4, 6]\r\nTrue\r\n')
  })

  it('has events, locks, time limits and cancelling', async () => {
    const output = await run(`
async def nap(): await asyncio.sleep(60)
async def setter(e):
    await asyncio.sleep_ms(20)
    e.set()
async def main():
    e = asyncio.Event()
    t = asyncio.create_task(setter(e))
    await e.wait()
    print('set', t.done())
    async with asyncio.Lock(): print('locked')
    try: await asyncio.wait_for_ms(nap(), 20)
    except asyncio.TimeoutError: print('timeout')
    t = asyncio.create_task(nap())
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
    try: await asyncio.create_task(fail())
    except ValueError as e: print('failed', e)
async def fail(): raise ValueError(7)
asyncio.run(main())`)
    expect(output.split('\r\n')).toEqual([expect.stringMatching(/^set /) as string, 'locked', 'timeout', 'cancelled', 'failed 7', ''])
  })

  it('can be interrupted, and runs on afterwards; it makes garbage without end', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    await wire.send(
      'import asyncio\nasync def tick():\n while True:\n  x = [0] * 50\n  await asyncio.sleep_ms(0)\nasync def main():\n asyncio.create_task(tick())\n for i in range(3000): await asyncio.sleep_ms(0)\n print("going on")\n await asyncio.sleep(60)\nasyncio.run(main())\x04',
    )
    await wire.until('going on')
    await wire.send('\x03')
    expect(await wire.until('\x04>')).toContain('KeyboardInterrupt')
    expect(await wire.run('asyncio.new_event_loop()\nasync def f(): return 5\nprint(asyncio.run(f()))')).toEqual({
      output: '5\r\n',
      error: '',
    })
  })
})
