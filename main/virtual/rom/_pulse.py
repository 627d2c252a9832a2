# machine.time_pulse_us
from _pin import Pin, level
from time import ticks_diff, ticks_us


def _until(i, wanted, timeout):
    # Microseconds until the pin has that level; None when it took longer than it may.
    start = ticks_us()
    while level(i) != wanted:
        if ticks_diff(ticks_us(), start) >= timeout:
            return None
    return ticks_diff(ticks_us(), start)


def time_pulse_us(pin, pulse_level, timeout_us=1000000):
    if not isinstance(pin, Pin):
        raise TypeError('pin expected')
    pulse_level = 1 if pulse_level else 0
    i = pin.id
    if _until(i, pulse_level, timeout_us) is None:
        return -2
    width = _until(i, 1 - pulse_level, timeout_us)
    return -1 if width is None else width
