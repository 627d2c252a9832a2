import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

async function boardRuns(code: string): Promise<{ wire: BoardWire; output: string[] }> {
  const wire = await BoardWire.start()
  await wire.enterRaw()
  const { output, error } = await wire.run(code)
  expect(error).toBe('')
  return { wire, output: output.trimEnd().split('\r\n') }
}

describe('programs that deal with time', () => {
  it('measure and wait as the quick reference shows', async () => {
    const { output } = await boardRuns(`
import time
start = time.ticks_ms()
time.sleep_ms(50)
time.sleep_us(10)
time.sleep(0.01)
delta = time.ticks_diff(time.ticks_ms(), start)
print(delta >= 60)
print(time.ticks_add(0, -1) == time.ticks_add(-1, 0), time.ticks_diff(time.ticks_add(time.ticks_us(), 100), time.ticks_us()) <= 100)
cpu = time.ticks_cpu()
time.sleep_ms(2)
print(time.ticks_diff(time.ticks_cpu(), cpu) > 0)
now = time.time()
print(isinstance(now, int), abs(time.time_ns() // 10**9 - now) <= 1)
print(time.mktime(time.localtime(now)) == now, time.gmtime(0), time.mktime((2026, 1, 31, 12, 30, 15, 0, 0)))
print(time.localtime(1_000_000_000), time.mktime((2024, 14, 1, 0, 0, 0, 0, 0)) == time.mktime((2025, 2, 1, 0, 0, 0, 0, 0)))
import utime
print(utime.time is time.time)`)
    expect(output).toEqual([
      'True',
      'True True',
      'True',
      'True True',
      'True (1970, 1, 1, 0, 0, 0, 3, 1) 1769862615',
      '(2001, 9, 9, 1, 46, 40, 6, 252) True',
      'True',
    ])
  })

  it('set the clock by the network, once they are connected to it', async () => {
    const { output } = await boardRuns(`
import machine, network, ntptime, time
rtc = machine.RTC()
rtc.datetime((2020, 2, 29, 0, 12, 0, 0, 0))
print(rtc.datetime()[:7], time.localtime()[:5])
try: ntptime.settime()
except OSError as e: print(e)
wlan = network.WLAN()
wlan.active(True)
wlan.connect('Perfboard', '12345678')
while not wlan.isconnected(): machine.idle()
ntptime.settime()
print(time.mktime(time.gmtime()))
print(ntptime.host, rtc.datetime()[3] == time.localtime()[6])`)
    expect(output.slice(0, 2)).toEqual(['(2020, 2, 29, 5, 12, 0, 0) (2020, 2, 29, 12, 0)', "(-2, 'not connected to a network')"])
    expect(Math.abs(Number(output[2]) - Date.now() / 1000)).toBeLessThan(60)
    expect(output[3]).toBe('pool.ntp.org True')
  })
})

describe('programs that ask who and where they are', () => {
  it('find files, room, names and chance as on a board', async () => {
    const { output } = await boardRuns(`
import os, uos, sys, gc
os.mkdir('data')
with open('data/log.txt', 'w') as f: f.write('21.5\\n22.0\\n')
with open('data/log.txt') as f: print([float(line) for line in f])
print(os.listdir('data'), os.stat('data/log.txt')[6], os.stat('data')[0] == 0x4000)
os.rename('data/log.txt', 'data/old.txt')
for name, kind, *_ in os.ilistdir('data'): print(name, kind == 0x8000)
s = os.statvfs('/')
print(s[0] * s[2] == 2 * 1024 * 1024, s[3] < s[2])
os.remove('data/old.txt')
os.rmdir('data')
print(os.getcwd(), os.listdir())
print(uos.uname().release, uos is os, len(os.urandom(16)), os.urandom(16) != os.urandom(16))
print(hasattr(os, 'dupterm'), sys.implementation.name, sys.byteorder, gc.mem_free() > 150000)
gc.threshold(gc.mem_free() // 4 + gc.mem_alloc())
try: os.remove('nothing')
except OSError as e: print(e)`)
    expect(output).toEqual([
      '[21.5, 22.0]',
      "['log.txt'] 10 True",
      'old.txt True',
      'True True',
      '/ []',
      '1.27.0 True 16 True',
      'False micropython little True',
      '[Errno 2] ENOENT',
    ])
  })

  it('see the button and the temperature of the board that the user touches', async () => {
    const { wire, output } = await boardRuns(
      'import esp32, rp2\nprint(rp2.bootsel_button(), esp32.mcu_temperature(), esp32.raw_temperature())',
    )
    expect(output).toEqual(['0 22 70'])
    wire.hardware.setInputs({ buttonBoot: true, temperature: -4.6 })
    expect((await wire.run('print(rp2.bootsel_button(), esp32.mcu_temperature())')).output).toBe('1 -5\r\n')
    wire.hardware.setInputs({ buttonBoot: false })
    expect((await wire.run('print(rp2.bootsel_button())')).output).toBe('0\r\n')
  })
})
