# The chip. What not every program needs is loaded when it is first asked for.
from micropython import const
from _hw import ask
from _pin import Pin
import time

_INTERRUPTS = const(1)
_SWITCH_OFF = const(5)
_POWER = const(4)
_CAUSE = const(0)
_RESET = const(1)
_DEEP_SLEEP = const(2)

PWRON_RESET = 1
HARD_RESET = 2
WDT_RESET = 3
DEEPSLEEP_RESET = 4
SOFT_RESET = 5
IDLE = 1
SLEEP = 2
DEEPSLEEP = 4
PIN_WAKE = 2
RTC_WAKE = 4

# Names of this module, and the modules that they come from.
_elsewhere = {
    'ADC': '_adc',
    'I2C': '_i2c',
    'PWM': '_pwm',
    'RTC': '_rtc',
    'SPI': '_spi',
    'Signal': '_signal',
    'SoftI2C': '_i2c',
    'SoftSPI': '_spi',
    'Timer': '_timer',
    'UART': '_uart',
    'WDT': '_wdt',
    'bitstream': '_bitstream',
    'time_pulse_us': '_pulse',
}
_freq = 125000000


def __getattr__(name):
    if name not in _elsewhere:
        raise AttributeError("'module' object has no attribute '%s'" % name)
    value = getattr(__import__(_elsewhere[name]), name)
    globals()[name] = value
    return value


def unique_id():
    return b'virtual1'


def freq(hz=None):
    global _freq
    if hz is None:
        return _freq
    hz = int(hz)
    if not 10000000 <= hz <= 300000000:
        raise ValueError('cannot change frequency')
    _freq = hz


def reset():
    ask(_POWER, bytes((_RESET,)))


def soft_reset():
    raise SystemExit


def reset_cause():
    return ask(_POWER, bytes((_CAUSE,)))[0]


def wake_reason():
    return RTC_WAKE if reset_cause() == DEEPSLEEP_RESET else 0


def bootloader(value=0):
    raise NotImplementedError('the virtual board has no bootloader')


def idle():
    time.sleep_ms(1)


def lightsleep(time_ms=None):
    if time_ms is None:
        time_ms = _alarm_left()
    while time_ms is None:
        time.sleep_ms(1000)
    time.sleep_ms(time_ms)


sleep = lightsleep


def deepsleep(time_ms=None):
    import struct

    if time_ms is None:
        time_ms = _alarm_left()
    ask(_POWER, struct.pack('<Bd', _DEEP_SLEEP, float('inf') if time_ms is None else time_ms))


def _alarm_left():
    import sys

    rtc = sys.modules.get('_rtc')
    return rtc and rtc.alarm_left()


def disable_irq():
    return ask(_INTERRUPTS, bytes((_SWITCH_OFF, 1)))[0]


def enable_irq(state=0):
    ask(_INTERRUPTS, bytes((_SWITCH_OFF, 1 if state else 0)))


# For `from machine import *`, which else takes only what is here already.
__all__ = [name for name in globals() if name[0] != '_' and name not in ('ask', 'const', 'time')] + list(_elsewhere)
