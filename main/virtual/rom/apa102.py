# Lights with a clock line beside the data line, and a brightness of 0 to 31 beside the colours.
from _bitstream import show
from _pins import claim
from neopixel import NeoPixel
from micropython import const

_MODE = const(10)
_MOST = const(31)


class APA102(NeoPixel):
    ORDER = (0, 1, 2, 3)

    def __init__(self, clock_pin, data_pin, n, bpp=4):
        super().__init__(data_pin, n, bpp)
        self.clock_pin = clock_pin
        claim(clock_pin, _MODE, 0)

    def write(self):
        colours = bytearray(3 * self.n)
        for i in range(self.n):
            light = self[i]
            brightness = min(light[3], _MOST)
            for j in range(3):
                colours[3 * i + j] = light[j] * brightness // _MOST
        show(self.pin, 3, (0, 1, 2, 3), self.timing, colours)
