# The bits of the 1-wire bus.
import _hw
from _pin import find
from _pins import claim
from micropython import const

_PART = const(9)
_MODE = const(9)
# Requests, see oneWirePart.ts.
_RESET = const(0)
_READ = const(1)
_WRITE = const(2)


def _ask(request, pin, *data):
    return _hw.ask(_PART, bytes((request, find(pin)) + data))


def reset(pin):
    claim(pin, _MODE)
    return _ask(_RESET, pin)[0] == 1


def readbit(pin):
    return _ask(_READ, pin, 1)[0]


def readbyte(pin):
    return _ask(_READ, pin, 8)[0]


def writebit(pin, value):
    _ask(_WRITE, pin, 1, value & 1)


def writebyte(pin, value):
    _ask(_WRITE, pin, 8, value & 0xFF)


def crc8(data):
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0x8C if crc & 1 else crc >> 1
    return crc
