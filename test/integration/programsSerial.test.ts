import { describe, expect, it } from 'vitest'
import { pinOf, runProgram } from '../rig/boardProgram'

describe('programs with SPI', () => {
  it('see their own bytes, as output and input are wired together', async () => {
    const run = await runProgram(`
from machine import Pin, SoftSPI
spi = SoftSPI(baudrate=100000, polarity=1, phase=0, sck=Pin(0), mosi=Pin(2), miso=Pin(4))
spi.init(baudrate=200000)
print(spi)
print(spi.read(3), spi.read(3, 0xff))
buf = bytearray(5)
print(spi.readinto(buf, 0x42), buf)
print(spi.write(b'12345'))
buf = bytearray(4)
spi.write_readinto(b'1234', buf)
print(buf)
spi.write_readinto(buf, buf)
print(buf)
try:
    spi.write_readinto(b'12', buf)
except ValueError:
    print('lengths')
`)
    expect(run.lines).toEqual([
      'SoftSPI(baudrate=200000, polarity=1, phase=0, sck=0, mosi=2, miso=4)',
      String.raw`b'\x00\x00\x00' b'\xff\xff\xff'`,
      "None bytearray(b'BBBBB')",
      'None',
      "bytearray(b'1234')",
      "bytearray(b'1234')",
      'lengths',
    ])
    expect([0, 2, 4].map((pin) => pinOf(run, pin))).toMatchObject([
      { use: 'spi', level: 1 },
      { use: 'spi', level: 0 },
      { use: 'spi', level: 0 },
    ])
  })

  it('have hardware buses with their pins, and a chip select', async () => {
    const run = await runProgram(`
from machine import SPI, Pin
print(SPI(1, 10_000_000))
print(SPI(1, 10_000_000, sck=Pin(14), mosi=Pin(15), miso=Pin(12)))
print(SPI(2, baudrate=80000000, polarity=0, phase=0, bits=8, firstbit=0, sck=Pin(18), mosi=Pin(23), miso=Pin(19)))
spi = SPI(0, baudrate=400000)
cs = Pin(4, mode=Pin.OUT, value=1)
txdata = b"12345678"
rxdata = bytearray(len(txdata))
try:
    cs(0)
    spi.write_readinto(txdata, rxdata)
finally:
    cs(1)
print(rxdata)
for wrong in (lambda: SPI(5), lambda: SPI(0, bits=9), lambda: SPI(0, sck=Pin(30))):
    try:
        wrong()
    except ValueError as e:
        print('ValueError')
`)
    expect(run.lines).toEqual([
      'SPI(1, baudrate=10000000, polarity=0, phase=0, bits=8, sck=10, mosi=11, miso=8)',
      'SPI(1, baudrate=10000000, polarity=0, phase=0, bits=8, sck=14, mosi=15, miso=12)',
      'SPI(2, baudrate=80000000, polarity=0, phase=0, bits=8, sck=18, mosi=23, miso=19)',
      "bytearray(b'12345678')",
      'ValueError',
      'ValueError',
      'ValueError',
    ])
    expect([18, 19, 16].map((pin) => pinOf(run, pin)?.use)).toEqual(['spi', 'spi', 'spi'])
    expect(pinOf(run, 4)).toMatchObject({ use: 'output', level: 1 })
  })
})

describe('programs with a serial line', () => {
  it('receive what they send, after the time that it takes', async () => {
    const run = await runProgram(`
from machine import UART, Pin
import time
uart1 = UART(1, baudrate=150, tx=Pin(4), rx=Pin(5))
print(uart1.any(), uart1.read())
print(uart1.write('hello'), uart1.txdone(), uart1.any())
uart1.flush()
print(uart1.txdone(), uart1.any(), uart1.read(5))
uart1.init(baudrate=9600)
uart1.write(b'one\\ntwo\\nthree')
time.sleep_ms(30)
print(uart1.readline(), uart1.readline(), uart1.readline(), uart1.readline())
buf = bytearray(4)
uart1.write('abcdef')
time.sleep_ms(20)
print(uart1.readinto(buf), buf)
print(uart1.readinto(buf, 1), buf, uart1.read())
`)
    expect(run.lines).toEqual([
      '0 None',
      '5 False 0',
      "True 5 b'hello'",
      String.raw`b'one\n' b'two\n' b'three' None`,
      "4 bytearray(b'abcd')",
      "1 bytearray(b'ebcd') b'f'",
    ])
    expect([4, 5].map((pin) => pinOf(run, pin))).toMatchObject([
      { use: 'uart', level: 1 },
      { use: 'uart', level: 1 },
    ])
  })

  it('wait as long as their time limits say', async () => {
    const { lines } = await runProgram(`
from machine import UART
import time
uart = UART(0, 9600, timeout=60)
print(uart)
t = time.ticks_ms()
print(uart.read(1), 60 <= time.ticks_diff(time.ticks_ms(), t))
uart.write('hello')
print(uart.read(5))
t = time.ticks_ms()
uart.write('x' * 300)
print(time.ticks_diff(time.ticks_ms(), t) > 30, uart.txdone())
uart.flush()
print(uart.any())
uart.init(300, bits=7, parity=0, stop=2)
print(uart)
`)
    expect(lines).toEqual([
      'UART(0, baudrate=9600, bits=8, parity=None, stop=1, tx=0, rx=1, txbuf=256, rxbuf=256, timeout=60, timeout_char=2)',
      'None True',
      "b'hello'",
      'True False',
      '256',
      'UART(0, baudrate=300, bits=7, parity=0, stop=2, tx=0, rx=1, txbuf=256, rxbuf=256, timeout=60, timeout_char=44)',
    ])
  })

  it('are woken by select.poll when the bytes come, also without a limit', async () => {
    const { lines } = await runProgram(`
import select, time
from machine import UART
uart = UART(1, 1200)
poll = select.poll()
poll.register(uart, select.POLLIN)
print(poll.poll(20))
t = time.ticks_ms()
uart.write('hi')
ready = poll.poll()
print(ready[0][0] is uart, ready[0][1] == select.POLLIN, 8 <= time.ticks_diff(time.ticks_ms(), t))
uart.flush()
print(uart.read())
poll.modify(uart, select.POLLIN | select.POLLOUT)
print(poll.poll(0)[0][1] == select.POLLOUT)
`)
    expect(lines).toEqual(['[]', 'True True True', "b'hi'", 'True'])
  })

  it('are called back when a message has come', async () => {
    const { lines } = await runProgram(`
from machine import UART
import time
uart = UART(0, 9600)
seen = b''
def idle(u):
    global seen
    seen = u.read()
    print('idle', seen, irq.flags() == UART.IRQ_RXIDLE)
irq = uart.irq(idle, UART.IRQ_RXIDLE)
uart.write('hello')
while not seen:
    time.sleep_ms(1)
seen = b''
def byte(u):
    global seen
    seen += u.read(1) or b''
uart.irq(byte, UART.IRQ_RX)
uart.write('abc')
while len(seen) < 3:
    time.sleep_ms(1)
print(seen)
uart.irq(None)
uart.write('x')
time.sleep_ms(20)
print(uart.any())
`)
    expect(lines).toEqual(["idle b'hello' True", "b'abc'", '1'])
  })

  it('can be stopped by Ctrl-C while they wait for a byte', async () => {
    const { wire } = await runProgram('from machine import UART\nuart = UART(1, timeout=60000)')
    await wire.send('print("waiting")\nuart.read(1)\x04')
    await wire.until('waiting')
    await wire.send('\x03')
    expect(await wire.until('\x04>')).toContain('KeyboardInterrupt')
  })
})
