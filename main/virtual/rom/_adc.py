# machine.ADC: on channel 0 the knob, on 1 the light sensor, on 2 a generator of sines, on 3 a third of the supply, on 4 the temperature of the chip.
from micropython import const
from _hw import changed, words
from _pin import Pin, find, use
import math, random, time

_ANALOG = const(352)
_ANALOG_MODE = const(5)
_GENERATOR = const(2)
_PERIOD_MS = const(2000)

_measured = words(_ANALOG, 8)


class ADC:
    CORE_TEMP = 4
    ATTN_0DB = 0
    ATTN_2_5DB = 1
    ATTN_6DB = 2
    ATTN_11DB = 3
    WIDTH_9BIT = 9
    WIDTH_10BIT = 10
    WIDTH_11BIT = 11
    WIDTH_12BIT = 12

    def __init__(self, id, *, sample_ns=0, atten=ATTN_11DB):
        # A small number is a channel, else it is a pin.
        if isinstance(id, int) and 0 <= id <= 4:
            channel = id
        else:
            channel = find(id) - 26
            if not 0 <= channel <= 3:
                raise ValueError("Pin doesn't have ADC capabilities")
        self._channel = channel
        self._bits = 12
        if channel <= 3:
            use(26 + channel, _ANALOG_MODE)

    def init(self, *, sample_ns=0, atten=ATTN_11DB):
        pass

    def read_u16(self):
        channel = self._channel
        if channel == _GENERATOR:
            value = round(32768 + 26000 * math.sin(time.ticks_ms() % _PERIOD_MS * 2 * math.pi / _PERIOD_MS))
            if value >> 8 != _measured[channel] >> 8:
                _measured[channel] = value
                changed()
            return value
        # A converter is never quite quiet.
        value = _measured[channel] + random.getrandbits(6) - 32
        return 0 if value < 0 else 65535 if value > 65535 else value

    def read_uv(self):
        return self.read_u16() * 3300000 // 65535

    def read(self):
        return self.read_u16() >> 16 - self._bits

    def width(self, bits):
        if bits not in (9, 10, 11, 12):
            raise ValueError('invalid width')
        self._bits = bits

    def atten(self, atten):
        if atten not in (0, 1, 2, 3):
            raise ValueError('invalid attenuation')

    def __repr__(self):
        return 'ADC(channel=%d)' % self._channel
