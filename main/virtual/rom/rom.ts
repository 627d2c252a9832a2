import adc from './_adc.py'
import asyncioCore from './_asyncio_core.py'
import asyncioNames from './_asyncio_names.py'
import asyncioQueue from './_asyncio_queue.py'
import asyncioStream from './_asyncio_stream.py'
import bitstream from './_bitstream.py'
import boot from './_boot.py'
import hardware from './_hw.py'
import i2c from './_i2c.py'
import micropython from './_micropython.py'
import oneWireBits from './_onewire.py'
import pin from './_pin.py'
import pins from './_pins.py'
import pulse from './_pulse.py'
import pwm from './_pwm.py'
import rtc from './_rtc.py'
import signal from './_signal.py'
import spi from './_spi.py'
import timer from './_timer.py'
import uart from './_uart.py'
import uname from './_uname.py'
import viper from './_viper.py'
import watchdog from './_wdt.py'
import uartIrq from './_uart_irq.py'
import apa102 from './apa102.py'
import apa106 from './apa106.py'
import dht from './dht.py'
import ds18x20 from './ds18x20.py'
import machine from './machine.py'
import neopixel from './neopixel.py'
import oneWire from './onewire.py'
import ssd1306 from './ssd1306.py'

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
  ['_micropython.py', micropython],
  ['_onewire.py', oneWireBits],
  ['_pin.py', pin],
  ['_pins.py', pins],
  ['_pulse.py', pulse],
  ['_pwm.py', pwm],
  ['_rtc.py', rtc],
  ['_signal.py', signal],
  ['_spi.py', spi],
  ['_timer.py', timer],
  ['_uart.py', uart],
  ['_uname.py', uname],
  ['_viper.py', viper],
  ['_wdt.py', watchdog],
  ['_uart_irq.py', uartIrq],
  ['apa102.py', apa102],
  ['apa106.py', apa106],
  ['dht.py', dht],
  ['ds18x20.py', ds18x20],
  ['machine.py', machine],
  ['neopixel.py', neopixel],
  ['onewire.py', oneWire],
  ['ssd1306.py', ssd1306],
])
