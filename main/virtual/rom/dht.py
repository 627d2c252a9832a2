# Sensors of temperature and humidity on one wire.
import _hw
from _pins import claim
from micropython import const

_PART = const(10)
_MODE = const(9)


class DHTBase:
    def __init__(self, pin):
        self.pin = pin
        self.buf = bytearray(5)

    def measure(self):
        self.buf[:] = _hw.ask(_PART, bytes((claim(self.pin, _MODE), self._kind)))
        if sum(self.buf[:4]) & 0xFF != self.buf[4]:
            raise Exception('checksum error')


class DHT11(DHTBase):
    _kind = 11

    def humidity(self):
        return self.buf[0]

    def temperature(self):
        return self.buf[2]


class DHT22(DHTBase):
    _kind = 22

    def humidity(self):
        return (self.buf[0] << 8 | self.buf[1]) * 0.1

    def temperature(self):
        t = ((self.buf[2] & 0x7F) << 8 | self.buf[3]) * 0.1
        return -t if self.buf[2] & 0x80 else t
