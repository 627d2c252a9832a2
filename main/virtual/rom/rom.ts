import adc from './_adc.py'
import asyncioCore from './_asyncio_core.py'
import boot from './_boot.py'
import hardware from './_hw.py'
import pin from './_pin.py'
import pulse from './_pulse.py'
import pwm from './_pwm.py'
import rtc from './_rtc.py'
import signal from './_signal.py'
import timer from './_timer.py'
import uname from './_uname.py'
import watchdog from './_wdt.py'
import machine from './machine.py'

/** The folder of the board's own Python modules: they can be imported, but no listing shows them. */
export const ROM_FOLDER = '/.rom'

/** The board's own Python modules by file name. */
export const romModules: ReadonlyMap<string, string> = new Map([
  ['_adc.py', adc],
  ['_asyncio_core.py', asyncioCore],
  ['_boot.py', boot],
  ['_hw.py', hardware],
  ['_pin.py', pin],
  ['_pulse.py', pulse],
  ['_pwm.py', pwm],
  ['_rtc.py', rtc],
  ['_signal.py', signal],
  ['_timer.py', timer],
  ['_uname.py', uname],
  ['_wdt.py', watchdog],
  ['machine.py', machine],
])
