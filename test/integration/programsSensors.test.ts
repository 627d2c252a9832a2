import { describe, expect, it } from 'vitest'
import { pinOf, runProgram } from '../rig/boardProgram'

describe('programs with sensors on one wire', () => {
  it('read a DHT11 and a DHT22', async () => {
    const run = await runProgram(`
import dht
import machine
d = dht.DHT11(machine.Pin(4))
d.measure()
print(d.temperature(), d.humidity())
d = dht.DHT22(machine.Pin(16))
d.measure()
print(d.temperature(), d.humidity())
`)
    expect(run.lines).toEqual(['22 45', '21.5 45.0'])
    expect([pinOf(run, 4)?.use, pinOf(run, 16)?.use]).toEqual(['oneWire', 'oneWire'])
  })

  it('see what the user changes only once the sensor measures again', async () => {
    const { wire } = await runProgram('import dht, machine, time\nd = dht.DHT22(machine.Pin(4))\nd.measure()')
    wire.hardware.setInputs({ temperature: 30, humidity: 70 })
    const { lines } = await runProgram(
      'd.measure()\nprint(d.temperature())\ntime.sleep(2)\nd.measure()\nprint(d.temperature(), d.humidity())',
      wire,
    )
    expect(lines).toEqual(['21.5', '30.0 70.0'])
  })

  it('read the DS18B20 of the tutorial', async () => {
    const run = await runProgram(`
import time
import machine
import onewire, ds18x20

# the device is on GPIO12
dat = machine.Pin(12)

# create the onewire object
ds = ds18x20.DS18X20(onewire.OneWire(dat))

# scan for devices on the bus
roms = ds.scan()
print('found devices:', roms)

# too early: no conversion yet
print(ds.read_temp(roms[0]))

for i in range(2):
    print('temperatures:', end=' ')
    ds.convert_temp()
    time.sleep_ms(750)
    for rom in roms:
        print(ds.read_temp(rom), end=' ')
    print('C')
`)
    expect(run.lines).toEqual([
      expect.stringMatching(/^found devices: \[bytearray\(b'\(.*'\)\]$/),
      '85.0',
      'temperatures: 21.5 C',
      'temperatures: 21.5 C',
    ])
    expect(pinOf(run, 12)).toMatchObject({ use: 'oneWire', level: 1 })
    run.wire.hardware.setInputs({ temperature: -3.5 })
    const later = await runProgram('ds.convert_temp()\ntime.sleep_ms(750)\nprint(ds.read_temp(roms[0]))', run.wire)
    expect(later.lines).toEqual(['-3.5'])
  })

  it('speak 1-wire byte by byte', async () => {
    const { lines } = await runProgram(`
from machine import Pin
import onewire
ow = onewire.OneWire(Pin(12))
rom, = ow.scan()
print(rom[0], ow.crc8(rom))
print(ow.reset())
ow.writebyte(0xcc)
ow.writebyte(0xbe)
print([ow.readbyte() for i in range(9)][:5])
ow.select_rom(rom)
ow.write(b'\\xbe')
buf = bytearray(9)
ow.readinto(buf)
print(ow.crc8(buf), buf[4])
ow.select_rom(b'12345678')
ow.write('123')
print(ow.readbyte())
`)
    expect(lines).toEqual(['40 0', 'True', '[80, 5, 75, 70, 127]', '0 127', '255'])
  })

  it('find all devices of a bus, whatever their numbers', async () => {
    const { lines } = await runProgram(`
import onewire
from machine import Pin

class Several(onewire.OneWire):
    # Pulls the line as devices with these numbers would.
    def reset(self, required=False):
        self.left = list(numbers)
        self.bit = self.turn = 0
        return bool(numbers)
    def bits(self):
        return [n >> self.bit & 1 for n in self.left]
    def readbit(self):
        self.turn ^= 1
        return min((b if self.turn else 1 - b for b in self.bits()), default=1)
    def writebit(self, value):
        self.left = [n for n, b in zip(self.left, self.bits()) if b == value]
        self.bit += 1
    def writebyte(self, value):
        pass

for numbers in [], [0x1234], [1, 3, 0x8000000000000001, 0, 0x4000000000000000, 7], list(range(20)):
    found = [int.from_bytes(rom, 'little') for rom in Several(Pin(3)).scan()]
    print(sorted(found) == sorted(numbers), len(found))
`)
    expect(lines).toEqual(['True 0', 'True 1', 'True 6', 'True 20'])
  })
})
