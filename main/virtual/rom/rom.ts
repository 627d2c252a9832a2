import adc from './_adc.py'
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
import pin from './_pin.py'
import pins from './_pins.py'
import pulse from './_pulse.py'
import pwm from './_pwm.py'
import rtc from './_rtc.py'
import signal from './_signal.py'
import spi from './_spi.py'
import thread from './_thread.py'
import timer from './_timer.py'
import uart from './_uart.py'
import uartIrq from './_uart_irq.py'
import uname from './_uname.py'
import viper from './_viper.py'
import watchdog from './_wdt.py'
import apa102 from './apa102.py'
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
  ['_adc.py', adc],
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
  ['_pin.py', pin],
  ['_pins.py', pins],
  ['_pulse.py', pulse],
  ['_pwm.py', pwm],
  ['_rtc.py', rtc],
  ['_signal.py', signal],
  ['_spi.py', spi],
  ['_thread.py', thread],
  ['_timer.py', timer],
  ['_uart.py', uart],
  ['_uart_irq.py', uartIrq],
  ['_uname.py', uname],
  ['_viper.py', viper],
  ['_wdt.py', watchdog],
  ['apa102.py', apa102],
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
