# machine.bitstream: what hangs on the pin is a strip of lights.
import _hw
from _pins import claim, wait
from micropython import const

_PART = const(8)
_MODE = const(10)


def show(pin, stride, order, timing, data):
    # Colours of a strip: bytes a light, and where red, green, blue and white lie in these. Takes as long as the bits do, in nanoseconds.
    number = claim(pin, _MODE, 0)
    _hw.ask(_PART, bytes((number, stride)) + bytes(order) + data)
    wait(len(data) * 4 * sum(timing) // 1000)


def bitstream(pin, encoding, timing, data):
    if encoding != 0:
        raise ValueError('encoding')
    if len(timing) != 4:
        raise ValueError('timing')
    show(pin, 3, (1, 0, 2, 3), timing, b'' + data)
