import asyncioCore from './_asyncio_core.py'
import asyncioNames from './_asyncio_names.py'
import asyncioQueue from './_asyncio_queue.py'
import asyncioStream from './_asyncio_stream.py'
import bitstream from './_bitstream.py'
import boot from './_boot.py'
import hardware from './_hw.py'
import i2c from './_i2c.py'
import internet from './_internet.py'
import micropython from './_micropython.py'
import oneWireBits from './_onewire.py'
import pins from './_pins.py'
import spi from './_spi.py'
import thread from './_thread.py'
import uart from './_uart.py'
import viper from './_viper.py'
import apa106 from './apa106.py'
import dht from './dht.py'
import ds18x20 from './ds18x20.py'
import esp from './esp.py'
import esp32 from './esp32.py'
import machine from './machine.py'
import mip from './mip.py'
import neopixel from './neopixel.py'
import network from './network.py'
import ntptime from './ntptime.py'
import oneWire from './onewire.py'
import requests from './requests.py'
import rp2 from './rp2.py'
import socket from './socket.py'
import ssd1306 from './ssd1306.py'
import { otherNames } from './otherNames'

/** The folder of the board's own Python modules: they can be imported, but no listing shows them. */
export const ROM_FOLDER = '/.rom'

/** The board's own Python modules by file name. */
export const romModules: ReadonlyMap<string, string> = new Map([
  ['_asyncio_core.py', asyncioCore],
  ['_asyncio_names.py', asyncioNames],
  ['_asyncio_queue.py', asyncioQueue],
  ['_asyncio_stream.py', asyncioStream],
  ['_bitstream.py', bitstream],
  ['_boot.py', boot],
  ['_hw.py', hardware],
  ['_i2c.py', i2c],
  ['_internet.py', internet],
  ['_micropython.py', micropython],
  ['_onewire.py', oneWireBits],
  ['_pins.py', pins],
  ['_spi.py', spi],
  ['_thread.py', thread],
  ['_uart.py', uart],
  ['_viper.py', viper],
  ['apa106.py', apa106],
  ['dht.py', dht],
  ['ds18x20.py', ds18x20],
  ['esp.py', esp],
  ['esp32.py', esp32],
  ['machine.py', machine],
  ['mip.py', mip],
  ['neopixel.py', neopixel],
  ['network.py', network],
  ['ntptime.py', ntptime],
  ['onewire.py', oneWire],
  ['requests.py', requests],
  ['rp2.py', rp2],
  ['socket.py', socket],
  ['ssd1306.py', ssd1306],
  ...otherNames,
])
