import { describe, expect, it } from 'vitest'
import { displayOf, pinOf, readFont, runProgram, textOn } from '../rig/boardProgram'

/** Reads the sensor as tutorials do: by its commands, with both checksums. */
const SENSOR = `
from machine import Pin, SoftI2C
import time

i2c = SoftI2C(scl=Pin(5), sda=Pin(4), freq=100000)
ADDRESS = 0x44

def crc(data):
    c = 0xff
    for b in data:
        c ^= b
        for _ in range(8):
            c = (c << 1) ^ 0x31 if c & 0x80 else c << 1
        c &= 0xff
    return c

def measure():
    i2c.writeto(ADDRESS, b'\\x24\\x00')
    time.sleep_ms(20)
    d = i2c.readfrom(ADDRESS, 6)
    if crc(d[0:2]) != d[2] or crc(d[3:5]) != d[5]:
        raise RuntimeError('checksum')
    return -45 + 175 * (d[0] << 8 | d[1]) / 65535, 100 * (d[3] << 8 | d[4]) / 65535
`

describe('programs with I2C', () => {
  it('find the display and the sensor, on every bus', async () => {
    const run = await runProgram(`
from machine import Pin, I2C, SoftI2C
i2c = I2C(0)
print(i2c)
print([hex(a) for a in i2c.scan()])
i2c = I2C(1, scl=Pin(3), sda=Pin(2), freq=100_000)
print(i2c, i2c.scan())
i2c = SoftI2C(scl=Pin(22), sda=Pin(21))
print(i2c, i2c.scan())
`)
    expect(run.lines).toEqual([
      'I2C(0, freq=400000, scl=9, sda=8, timeout=50000)',
      "['0x3c', '0x44']",
      'I2C(1, freq=100000, scl=3, sda=2, timeout=50000) [60, 68]',
      'SoftI2C(scl=22, sda=21, freq=400000) [60, 68]',
    ])
    for (const pin of [2, 3, 8, 9, 21, 22]) expect(pinOf(run, pin)).toMatchObject({ use: 'i2c', level: 1 })
  })

  it('see errors where nobody answers, and wrong pins and buses', async () => {
    const { lines } = await runProgram(`
from machine import Pin, I2C, SoftI2C
soft = SoftI2C(scl=Pin(5), sda=Pin(4), freq=100000)
def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except OSError as e:
        print('OSError', e.errno)
    except ValueError:
        print('ValueError')
attempt(soft.writeto, 0x3a, '12')
attempt(soft.readfrom, 0x3a, 4)
attempt(I2C(0).writeto, 0x3a, bytearray(10))
attempt(I2C, 7)
attempt(SoftI2C, scl=Pin(5), sda=Pin(5))
attempt(lambda: I2C(0, scl=Pin(40), sda=Pin(4)))
attempt(soft.writeto, 0x3c, b'\\x00\\xa5')
attempt(soft.writeto, 0x44, b'\\x12\\x34')
attempt(I2C(0).writeto, 0x44, b'\\x12\\x34')
attempt(soft.writevto, 0x3c, (b'\\x00', b'', b'\\xa4\\xaf'))
`)
    expect(lines).toEqual(['OSError 19', 'OSError 19', 'OSError 5', 'ValueError', 'ValueError', 'ValueError', '2', '1', 'OSError 5', '3'])
  })

  it('read temperature and humidity, which the user changes', async () => {
    const { wire, lines } = await runProgram(`${SENSOR}\nprint('%.0f C, %.0f %%' % measure())`)
    expect(lines).toEqual([expect.stringMatching(/^2[12] C, 45 %$/)])
    wire.hardware.setInputs({ temperature: -12.4, humidity: 91.2 })
    expect((await runProgram("print('%.0f C, %.0f %%' % measure())", wire)).lines).toEqual(['-12 C, 91 %'])
  })

  it('talk to the sensor’s registers, with clock stretching and without', async () => {
    const { lines } = await runProgram(`
from machine import I2C
import time
i2c = I2C(0)
print(i2c.readfrom_mem(0x44, 0xf32d, 3, addrsize=16).hex())
i2c.writeto_mem(0x44, 0x30, b'\\x41')
buf = bytearray(3)
i2c.readfrom_mem_into(0x44, 0xf32d, buf, addrsize=16)
print(buf.hex())
t = time.ticks_ms()
i2c.writeto(0x44, b'\\x2c\\x06', False)
print(len(i2c.readfrom(0x44, 6)), 12 <= time.ticks_diff(time.ticks_ms(), t))
try:
    i2c.readfrom(0x44, 6)
except OSError as e:
    print('nothing measured', e.errno)
i2c.writeto(0x44, b'\\x24\\x00')
time.sleep_ms(16)
buf = bytearray(6)
print(i2c.readfrom_into(0x44, buf), any(buf))
`)
    expect(lines).toEqual(['8010e1', '000081', '6 True', 'nothing measured 5', 'None True'])
  })

  it('build a transfer from its smallest pieces', async () => {
    const { lines } = await runProgram(`
from machine import SoftI2C
i2c = SoftI2C(scl=5, sda=4)
i2c.start()
print(i2c.write(b'\\x88\\xf3\\x2d'))
i2c.start()
print(i2c.write(b'\\x89'))
buf = bytearray(2)
i2c.readinto(buf, False)
crc = bytearray(1)
i2c.readinto(crc)
i2c.stop()
print(buf.hex(), crc.hex())
i2c.start()
print(i2c.write(b'\\x20\\x01'))
i2c.stop()
`)
    expect(lines).toEqual(['3', '1', '8010 e1', '0'])
  })

  it('are a weather station: the sensor’s values on the display', async () => {
    const run = await runProgram(`${SENSOR}
import ssd1306
display = ssd1306.SSD1306_I2C(128, 64, i2c)
for i in range(3):
    t, h = measure()
    display.fill(0)
    display.text('Temp: %.0f C' % t, 0, 0)
    display.text('Hum:  %.0f %%' % h, 0, 16)
    display.show()
    print(i)
`)
    expect(run.lines).toEqual(['0', '1', '2'])
    const font = await readFont(run.wire)
    expect(textOn(displayOf(run), font, 0, 0, 10)).toMatch(/^Temp: 2[12] C$/)
    expect(textOn(displayOf(run), font, 0, 16, 10)).toBe('Hum:  45 %')
  })
})
