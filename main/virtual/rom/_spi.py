# SPI of the virtual board: what is sent comes back, as MISO is wired to MOSI. The display listens, see spiPart.ts.
import _hw
from _pins import claim, wait
from micropython import const

_PART = const(6)
_MODE = const(7)
_PIECE = const(2048)


class SoftSPI:
    MSB = 0
    LSB = 1
    CONTROLLER = 0

    def __init__(self, baudrate=500000, *, polarity=0, phase=0, bits=8, firstbit=MSB, sck=None, mosi=None, miso=None):
        if sck is None or mosi is None or miso is None:
            raise ValueError('must specify all of sck/mosi/miso')
        self._pins = (None, None, None)
        self._set(baudrate, polarity, phase, bits, firstbit, (sck, mosi, miso))

    def init(self, baudrate=-1, *, polarity=-1, phase=-1, bits=-1, firstbit=-1, sck=None, mosi=None, miso=None, pins=None):
        self._set(
            self._baudrate if baudrate == -1 else baudrate,
            self._polarity if polarity == -1 else polarity,
            self._phase if phase == -1 else phase,
            self._bits if bits == -1 else bits,
            self._firstbit if firstbit == -1 else firstbit,
            pins or (sck, mosi, miso),
        )

    def _set(self, baudrate, polarity, phase, bits, firstbit, pins):
        if baudrate <= 0:
            raise ValueError('invalid baudrate')
        if polarity not in (0, 1) or phase not in (0, 1):
            raise ValueError('polarity and phase are 0 or 1')
        if bits != 8:
            raise ValueError('bits must be 8')
        if firstbit not in (0, 1):
            raise ValueError('firstbit must be MSB or LSB')
        self._baudrate = baudrate
        self._polarity = polarity
        self._phase = phase
        self._bits = bits
        self._firstbit = firstbit
        self._pins = tuple(
            before if pin is None else claim(pin, _MODE, level) for pin, before, level in zip(pins, self._pins, (polarity, 0, 0))
        )

    def deinit(self):
        for pin in self._pins:
            claim(pin, 0, 0)

    def _sent(self, buf):
        # In pieces, as a big picture would not fit into the memory twice. Never smaller than a whole one of the display, see spiPart.ts.
        for at in range(0, len(buf), _PIECE):
            _hw.ask(_PART, buf[at : at + _PIECE])
        wait(len(buf) * 8000000 // self._baudrate)

    def read(self, nbytes, write=0):
        buf = bytes((write,)) * nbytes
        self._sent(buf)
        return buf

    def readinto(self, buf, write=0):
        buf = memoryview(buf)
        buf[:] = self.read(len(buf), write)

    def write(self, buf):
        self._sent(memoryview(buf))

    def write_readinto(self, write_buf, read_buf):
        sent = memoryview(write_buf)
        received = memoryview(read_buf)
        if len(received) != len(sent):
            raise ValueError('buffers must be the same length')
        self._sent(sent)
        received[:] = sent

    def _numbers(self):
        return 'baudrate=%d, polarity=%d, phase=%d' % (self._baudrate, self._polarity, self._phase)

    def __repr__(self):
        return 'SoftSPI(%s, sck=%d, mosi=%d, miso=%d)' % ((self._numbers(),) + self._pins)


class SPI(SoftSPI):
    # Of each controller: sck, mosi and miso if the program names none.
    _defaults = ((18, 19, 16), (10, 11, 8), (18, 23, 19))

    def __init__(self, id, baudrate=1000000, *, polarity=0, phase=0, bits=8, firstbit=0, sck=None, mosi=None, miso=None, pins=None):
        if id not in (0, 1, 2):
            raise ValueError("SPI(%s) doesn't exist" % id)
        self._id = id
        self._pins = self._defaults[id]
        self._set(baudrate, polarity, phase, bits, firstbit, self._pins)
        self.init(sck=sck, mosi=mosi, miso=miso, pins=pins)

    def __repr__(self):
        return 'SPI(%d, %s, bits=%d, sck=%d, mosi=%d, miso=%d)' % ((self._id, self._numbers(), self._bits) + self._pins)
