import asyncioCore from './_asyncio_core.py'
import asyncioNames from './_asyncio_names.py'
import asyncioQueue from './_asyncio_queue.py'
import asyncioStream from './_asyncio_stream.py'
import boot from './_boot.py'
import hardware from './_hw.py'
import micropython from './_micropython.py'
import viper from './_viper.py'
import machine from './machine.py'
import bitstream from './_bitstream.py'
import i2c from './_i2c.py'
import oneWireBits from './_onewire.py'
import pins from './_pins.py'
import spi from './_spi.py'
import uart from './_uart.py'
import apa106 from './apa106.py'
import dht from './dht.py'
import ds18x20 from './ds18x20.py'
import neopixel from './neopixel.py'
import oneWire from './onewire.py'
import ssd1306 from './ssd1306.py'

/** The folder of the board's own Python modules: they can be imported, but no listing shows them. */
export const ROM_FOLDER = '/.rom'

/** The board's own Python modules by file name. */
export const romModules: ReadonlyMap<string, string> = new Map([
  ['_boot.py', boot],
  ['_asyncio_core.py', asyncioCore],
  ['_asyncio_names.py', asyncioNames],
  ['_asyncio_queue.py', asyncioQueue],
  ['_asyncio_stream.py', asyncioStream],
  ['_hw.py', hardware],
  ['_micropython.py', micropython],
  ['_viper.py', viper],
  ['machine.py', machine],
  ['_bitstream.py', bitstream],
  ['_i2c.py', i2c],
  ['_onewire.py', oneWireBits],
  ['_pins.py', pins],
  ['_spi.py', spi],
  ['_uart.py', uart],
  ['apa106.py', apa106],
  ['dht.py', dht],
  ['ds18x20.py', ds18x20],
  ['neopixel.py', neopixel],
  ['onewire.py', oneWire],
  ['ssd1306.py', ssd1306],
])
