# I2C of the virtual board: one set of devices, on whatever pins a program names.
import _hw
from _pins import claim, wait
from micropython import const

_PART = const(5)
_MODE = const(6)
_NOBODY = const(0xFFFF)
_EIO = const(5)
_ENODEV = const(19)
_ETIMEDOUT = const(110)
# Requests, see i2cPart.ts.
_WRITE_TO = const(0)
_READ_FROM = const(1)
_START = const(2)
_STOP = const(3)
_WRITE = const(4)
_READ = const(5)


def _size(n):
    if not 0 <= n <= 0xFFFF:
        raise ValueError('invalid length')
    return bytes((n & 255, n >> 8))


class _Bus:
    def init(self, scl, sda, *, freq=400000, timeout=50000):
        if freq <= 0:
            raise ValueError('invalid freq')
        scl = claim(scl, _MODE)
        sda = claim(sda, _MODE)
        if scl == sda:
            raise ValueError('scl and sda are the same pin')
        self._scl = scl
        self._sda = sda
        self._freq = freq
        self._timeout = timeout

    def deinit(self):
        for pin in (self._scl, self._sda):
            claim(pin, 0, 0)

    def _ask(self, request, sent):
        # Takes as long as on a real bus: nine bits a byte. What comes back: see i2cPart.ts.
        answer = _hw.ask(_PART, request)
        held = answer[0] | answer[1] << 8 | answer[2] << 16
        if held > self._timeout:
            raise OSError(_ETIMEDOUT)
        wait(held + (sent + len(answer) - 6) * 9000000 // self._freq)
        acks = answer[4] | answer[5] << 8
        if acks == _NOBODY:
            raise OSError(self._nobody)
        return acks, answer

    def scan(self):
        found = []
        for addr in range(0x08, 0x78):
            try:
                self.writeto(addr, b'')
                found.append(addr)
            except OSError:
                pass
        return found

    def readfrom(self, addr, nbytes, stop=True):
        return self._ask(bytes((_READ_FROM, bool(stop), self._address(addr))) + _size(nbytes), 1)[1][6:]

    def readfrom_into(self, addr, buf, stop=True):
        buf = memoryview(buf)
        buf[:] = self.readfrom(addr, len(buf), stop)

    def writeto(self, addr, buf, stop=True):
        request = bytes((_WRITE_TO, bool(stop), self._address(addr))) + buf
        acks = self._ask(request, len(request) - 2)[0]
        if self._strict and acks < len(request) - 3:
            raise OSError(self._nobody)
        return acks

    def writevto(self, addr, vector, stop=True):
        buf = bytearray()
        for piece in vector:
            buf.extend(piece)
        return self.writeto(addr, buf, stop)

    def readfrom_mem(self, addr, memaddr, nbytes, *, addrsize=8):
        self.writeto(addr, self._memory(memaddr, addrsize), False)
        return self.readfrom(addr, nbytes)

    def readfrom_mem_into(self, addr, memaddr, buf, *, addrsize=8):
        self.writeto(addr, self._memory(memaddr, addrsize), False)
        self.readfrom_into(addr, buf)

    def writeto_mem(self, addr, memaddr, buf, *, addrsize=8):
        self.writeto(addr, self._memory(memaddr, addrsize) + buf)

    def _memory(self, memaddr, addrsize):
        if addrsize % 8 or not 8 <= addrsize <= 32:
            raise ValueError('invalid addrsize')
        return bytes(memaddr >> shift & 255 for shift in range(addrsize - 8, -1, -8))

    def _address(self, addr):
        if not 0 <= addr <= 127:
            raise ValueError('invalid addr')
        return addr


class SoftI2C(_Bus):
    _nobody = _ENODEV
    # Whether bytes that a device doesn't acknowledge are an error; else they are only not counted.
    _strict = False

    def __init__(self, scl, sda, *, freq=400000, timeout=50000):
        self.init(scl, sda, freq=freq, timeout=timeout)

    def start(self):
        self._ask(bytes((_START,)), 0)

    def stop(self):
        self._ask(bytes((_STOP,)), 0)

    def write(self, buf):
        request = bytes((_WRITE,)) + buf
        return self._ask(request, len(request) - 1)[0]

    def readinto(self, buf, nack=True):
        # The devices here don't mind which byte is the last.
        buf = memoryview(buf)
        buf[:] = self._ask(bytes((_READ,)) + _size(len(buf)), 0)[1][6:]

    def __repr__(self):
        return 'SoftI2C(scl=%d, sda=%d, freq=%d)' % (self._scl, self._sda, self._freq)


class I2C(_Bus):
    _nobody = _EIO
    _strict = True
    # Of each controller: its pins if the program names none.
    _pins = ((9, 8), (7, 6))

    def __init__(self, id=-1, scl=None, sda=None, *, freq=400000, timeout=50000):
        # Without a number, as on boards that have it in software alone.
        if id not in (-1, 0, 1):
            raise ValueError("I2C(%s) doesn't exist" % id)
        self._id = id
        pins = self._pins[id if id > 0 else 0]
        self.init(pins[0] if scl is None else scl, pins[1] if sda is None else sda, freq=freq, timeout=timeout)

    def __repr__(self):
        return 'I2C(%d, freq=%d, scl=%d, sda=%d, timeout=%d)' % (self._id, self._freq, self._scl, self._sda, self._timeout)
