# Strips of WS2812 lights, which people call NeoPixel.
from _bitstream import show

_FAST = (400, 850, 800, 450)
_SLOW = (800, 1700, 1600, 900)


class NeoPixel:
    # Where red, green, blue and white lie in the bytes of a light.
    ORDER = (1, 0, 2, 3)

    def __init__(self, pin, n, bpp=3, timing=1):
        self.pin = pin
        self.n = n
        self.bpp = bpp
        self.buf = bytearray(n * bpp)
        self.timing = (_FAST if timing else _SLOW) if isinstance(timing, int) else timing
        pin.init(pin.OUT)

    def __len__(self):
        return self.n

    def __setitem__(self, i, v):
        at = i * self.bpp
        for j in range(self.bpp):
            self.buf[at + self.ORDER[j]] = v[j]

    def __getitem__(self, i):
        at = i * self.bpp
        return tuple(self.buf[at + self.ORDER[j]] for j in range(self.bpp))

    def fill(self, v):
        for i in range(self.n):
            self[i] = v

    def write(self):
        show(self.pin, self.bpp, self.ORDER, self.timing, self.buf)
