# machine.RTC
from micropython import const
from _hw import ask
import struct, time

_CLOCK = const(2)
_SET = const(0)
_READ = const(1)
_WRITE = const(2)

_alarm = None


def alarm_left():
    # Milliseconds until the alarm; None without one.
    return None if _alarm is None else max(0, time.ticks_diff(_alarm, time.ticks_ms()))


def _forget(timer):
    global _alarm
    _alarm = None


class RTC:
    ALARM0 = 0

    def __init__(self, id=0, datetime=None):
        if id != 0:
            raise ValueError("RTC doesn't exist")
        self._handler = None
        self._timer = None
        if datetime is not None:
            self.init(datetime)

    def init(self, datetime=None):
        if datetime is not None:
            year, month, day, hour, minute, second, micros, _ = datetime
            self.datetime((year, month, day, 0, hour, minute, second, micros))

    def datetime(self, now=None):
        if now is None:
            ns = time.time_ns()
            year, month, day, hour, minute, second, weekday, _ = time.gmtime(ns // 1000000000)
            return (year, month, day, weekday, hour, minute, second, ns // 1000 % 1000000)
        year, month, day, _, hour, minute, second, micros = now
        if not (1970 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 31 and 0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second <= 59):
            raise ValueError('invalid date or time')
        seconds = time.mktime((year, month, day, hour, minute, second, 0, 0))
        ask(_CLOCK, struct.pack('<Bq', _SET, seconds * 1000 + int(micros) // 1000))

    def now(self):
        year, month, day, _, hour, minute, second, micros = self.datetime()
        return (year, month, day, hour, minute, second, micros, None)

    def deinit(self):
        self.datetime((2015, 1, 1, 0, 0, 0, 0, 0))

    def memory(self, data=None):
        if data is None:
            return ask(_CLOCK, bytes((_READ,)))
        data = bytes(data)
        if len(data) > 2048:
            raise ValueError('buffer too long')
        ask(_CLOCK, bytes((_WRITE,)) + data)

    def alarm(self, id=0, time_ms=0, *, repeat=False):
        global _alarm
        if id != 0:
            raise ValueError('invalid alarm')
        if not isinstance(time_ms, int):
            time_ms = (time.mktime(time_ms[:6] + (0, 0)) - time.time()) * 1000
        if time_ms < 1:
            raise ValueError('the alarm is in the past')
        from _timer import Timer

        self.alarm_cancel()
        _alarm = time.ticks_add(time.ticks_ms(), time_ms)
        self._timer = Timer(mode=1 if repeat else 0, period=time_ms, callback=self._ring)

    def alarm_left(self, alarm_id=0):
        return alarm_left() or 0

    def alarm_cancel(self, alarm_id=0):
        if self._timer:
            self._timer.deinit()
            self._timer = None
        _forget(None)

    cancel = alarm_cancel

    def irq(self, *, trigger=0, handler=None, wake=1):
        self._handler = handler
        return self

    def _ring(self, timer):
        if not timer._mode:
            _forget(timer)
        if self._handler:
            self._handler(self)
