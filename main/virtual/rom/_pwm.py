# machine.PWM
from micropython import const
from _hw import changed, words
from _pin import find, use
import uctypes

_PWM_MODE = const(4)
_DUTY = const(160)
_FREQUENCY = const(224)
_FULL = const(65535)
_MOST_HZ = const(62500000)
# Of the converter from ratio to time.
_NS = const(1000000000)

_duties = words(_DUTY, 30)
_frequencies = words(_FREQUENCY, 30, uctypes.UINT32)
_DEFAULT_HZ = const(5000)


class PWM:
    def __init__(self, dest, freq=-1, duty=-1, *, duty_u16=-1, duty_ns=-1, invert=-1):
        self._id = i = find(dest)
        self._ns = None
        self._inverted = False
        if not _frequencies[i]:
            _frequencies[i] = _DEFAULT_HZ
        self.init(freq, duty, duty_u16=duty_u16, duty_ns=duty_ns, invert=invert)

    def init(self, freq=-1, duty=-1, *, duty_u16=-1, duty_ns=-1, invert=-1):
        if invert != -1:
            self._set(self._get(), bool(invert))
        if freq != -1:
            self.freq(freq)
        if duty_u16 != -1:
            self.duty_u16(duty_u16)
        elif duty_ns != -1:
            self.duty_ns(duty_ns)
        elif duty != -1:
            self.duty(duty)
        use(self._id, _PWM_MODE)

    def deinit(self):
        _duties[self._id] = 0
        _frequencies[self._id] = 0
        use(self._id, 0)

    def freq(self, hz=None):
        if hz is None:
            return _frequencies[self._id]
        hz = int(hz)
        if not 1 <= hz <= _MOST_HZ:
            raise ValueError('freq must be from 1 to %d' % _MOST_HZ)
        _frequencies[self._id] = hz
        if self._ns is not None:
            # The pulse stays as long as it was asked to be.
            self._set(min(_FULL, self._ns * hz * _FULL // _NS), self._inverted)
        changed()

    def duty_u16(self, duty=None):
        if duty is None:
            return self._get()
        duty = int(duty)
        if not 0 <= duty <= _FULL:
            raise ValueError('duty_u16 must be from 0 to 65535')
        self._ns = None
        self._set(duty, self._inverted)

    def duty_ns(self, width=None):
        hz = _frequencies[self._id] or 1
        if width is None:
            return self._get() * _NS // (_FULL * hz) if self._ns is None else self._ns
        width = int(width)
        if not 0 <= width <= _NS // hz:
            raise ValueError('duty_ns must be from 0 to %d' % (_NS // hz))
        self._ns = width
        self._set((width * hz * _FULL + _NS // 2) // _NS, self._inverted)

    def duty(self, duty=None):
        # As on an ESP32: from 0 to 1023.
        if duty is None:
            return self._get() >> 6
        duty = int(duty)
        if not 0 <= duty <= 1023:
            raise ValueError('duty must be from 0 to 1023')
        self.duty_u16(duty * _FULL // 1023)

    def _get(self):
        duty = _duties[self._id]
        return _FULL - duty if self._inverted else duty

    def _set(self, duty, inverted):
        self._inverted = inverted
        _duties[self._id] = _FULL - duty if inverted else duty
        changed()

    def __repr__(self):
        return 'PWM(Pin(GPIO%d), freq=%d, duty_u16=%d)' % (self._id, self.freq(), self.duty_u16())
