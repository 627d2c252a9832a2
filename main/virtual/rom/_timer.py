# machine.Timer
from micropython import const
from _hw import ask
import struct

_INTERRUPTS = const(1)
_START = const(0)
_STOP = const(1)
# Timers with a number of their own come first; the others get theirs when they start.
_NUMBERED = const(16)
_ANY = const(255)

# What the board is to call, by the timer's number: nothing else may hold on to it.
_kept = {}


class Timer:
    ONE_SHOT = 0
    PERIODIC = 1

    def __init__(self, id=-1, **settings):
        if not -1 <= id < _NUMBERED:
            raise ValueError("Timer doesn't exist")
        self._number = id if id >= 0 else _ANY
        self._mode = 1
        self._period = 0
        if settings:
            self.init(**settings)

    def init(self, *, mode=1, freq=-1, period=-1, callback=None, tick_hz=1000, hard=False):
        if mode not in (0, 1):
            raise ValueError('invalid mode')
        if freq != -1:
            if freq <= 0:
                raise ValueError('freq must be more than 0')
            period = 1000 / freq
        else:
            if period <= 0:
                raise ValueError('period must be more than 0, in milliseconds; or give freq')
            period = period * 1000 / tick_hz
        self.deinit()
        self._mode = mode
        self._period = period
        if callback is None:
            return
        number = self._number
        request = struct.pack('<BBBBdII', _START, number, mode, 0, period, id(callback), id(self))
        number = ask(_INTERRUPTS, request)[0]
        _kept[number] = (callback, self)
        self._number = number

    def deinit(self):
        number = self._number
        # A number may have gone to another timer since this one has ended.
        if number < _NUMBERED or number in _kept and _kept[number][1] is self:
            ask(_INTERRUPTS, bytes((_STOP, number)))
            _kept.pop(number, None)
        if number >= _NUMBERED:
            self._number = _ANY

    def __repr__(self):
        return 'Timer(mode=%s, period=%s)' % ('PERIODIC' if self._mode else 'ONE_SHOT', self._period)
