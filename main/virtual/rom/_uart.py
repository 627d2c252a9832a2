# The serial lines of the virtual board. The output of each is wired to its input.
import _hw, io, struct
from _pins import claim
from micropython import const
from time import sleep_us, ticks_add, ticks_diff, ticks_ms

_PART = const(7)
_MODE = const(8)
_ETIMEDOUT = const(110)
# Requests, see uartPart.ts.
_OPEN = const(0)
_SEND = const(1)
_TAKE = const(2)
_LOOK = const(3)
# Of ioctl: poll, and its flags.
_POLL = const(3)
_POLL_READ = const(1)
_POLL_WRITE = const(4)
# While nothing is on its way, a callback may still send something: looked for this often, in microseconds.
_LOOK_US = const(10000)


class UART(io.IOBase):
    INV_TX = 1
    INV_RX = 2
    CTS = 1
    RTS = 2
    IRQ_RX = 1
    IRQ_RXIDLE = 2
    IRQ_TXIDLE = 4
    _irq = None
    # The board wakes when something has come: asyncio need not ask again and again.
    wakes = True
    _defaults = ((0, 1), (4, 5), (17, 16))

    def __init__(self, id, baudrate=None, bits=8, parity=None, stop=1, **kw):
        if id not in (0, 1, 2):
            raise ValueError("UART(%s) doesn't exist" % id)
        self._id = id
        self._tx, self._rx = self._defaults[id]
        self._baudrate, self._txbuf, self._rxbuf, self._timeout, self._timeout_char = 115200, 256, 256, 0, 0
        self.init(baudrate, bits, parity, stop, **kw)

    def init(
        self,
        baudrate=None,
        bits=8,
        parity=None,
        stop=1,
        *,
        tx=None,
        rx=None,
        rts=None,
        cts=None,
        txbuf=None,
        rxbuf=None,
        timeout=None,
        timeout_char=None,
        invert=0,
        flow=0,
    ):
        if baudrate is not None:
            self._baudrate = baudrate
        if self._baudrate <= 0:
            raise ValueError('invalid baudrate')
        if bits not in (5, 6, 7, 8) or stop not in (1, 2) or parity not in (None, 0, 1):
            raise ValueError('invalid format')
        self._format = (bits, parity, stop)
        self._tx = claim(self._tx if tx is None else tx, _MODE)
        self._rx = claim(self._rx if rx is None else rx, _MODE)
        for pin in (rts, cts):
            if pin is not None:
                claim(pin, _MODE)
        if txbuf is not None:
            self._txbuf = txbuf
        if rxbuf is not None:
            self._rxbuf = min(max(rxbuf, 32), 32766)
        if timeout is not None:
            self._timeout = timeout
        if timeout_char is not None:
            self._timeout_char = timeout_char
        # A read goes on as long as bytes come one after the other.
        self._timeout_char = max(self._timeout_char, 13000 // self._baudrate + 1)
        length = 1 + bits + (parity is not None) + stop
        self._ask(_OPEN, struct.pack('<IBH', self._baudrate, length, self._rxbuf))

    def deinit(self):
        for pin in (self._tx, self._rx):
            claim(pin, 0, 0)

    def _ask(self, request, data=b''):
        return _hw.ask(_PART, bytes((request, self._id)) + data)

    def _look(self):
        # How many bytes have come, how many microseconds until the next comes, and until all is sent.
        return struct.unpack('<III', self._ask(_LOOK))

    def _wait(self, ms):
        # Until a byte is there; False when none came in that time.
        end = ticks_add(ticks_ms(), ms)
        while True:
            left = ticks_diff(end, ticks_ms())
            there, coming, _ = self._look()
            if there or left <= 0:
                return there > 0
            sleep_us(min(coming, left * 1000, _LOOK_US))

    def _take(self, n):
        return self._ask(_TAKE, struct.pack('<H', min(n, 0xFFFF)))

    def any(self):
        return self._look()[0]

    def _some(self, limit, line=False):
        # Bytes as they come: at most that many, or the rest of a line. None when not even one came.
        data = b''
        ms = self._timeout
        while len(data) < limit and self._wait(ms):
            ms = self._timeout_char
            data += self._take(1 if line else limit - len(data))
            if line and data[-1] == 10:
                break
        return data or None

    def read(self, nbytes=-1):
        if nbytes == 0:
            return b''
        return self._some(0xFFFF if nbytes < 0 else nbytes)

    def readline(self, nbytes=-1):
        return self._some(0xFFFF if nbytes < 0 else nbytes, True)

    def readinto(self, buf, nbytes=-1):
        buf = memoryview(buf)
        data = self._some(len(buf) if nbytes < 0 else min(nbytes, len(buf)))
        if data is None:
            return None
        buf[: len(data)] = data
        return len(data)

    def write(self, buf):
        data = b'' + buf
        self._ask(_SEND, data)
        _, coming, left = self._look()
        if self._irq:
            self._irq.arm(coming, left)
        # Waits until the rest fits into the buffer.
        over = left - self._txbuf * self._byte_us()
        if over > 0:
            sleep_us(over)
        return len(data)

    def _byte_us(self):
        bits, parity, stop = self._format
        return (1 + bits + (parity is not None) + stop) * 1000000 // self._baudrate

    def sendbreak(self):
        self.flush()
        sleep_us(2 * self._byte_us())

    def txdone(self):
        return self._look()[2] == 0

    def flush(self):
        left = self._look()[2]
        while left:
            sleep_us(left)
            left = self._look()[2]

    def irq(self, handler=None, trigger=0, hard=False):
        from _uart_irq import Irq

        if trigger & ~7:
            raise ValueError('invalid trigger')
        self._irq = Irq(self, handler, trigger)
        return self._irq

    def ioctl(self, request, arg):
        if request != _POLL:
            return 0
        there, _, left = self._look()
        ready = _POLL_READ if there else 0
        if left < self._txbuf * self._byte_us():
            ready |= _POLL_WRITE
        return ready & arg

    def __repr__(self):
        return 'UART(%d, baudrate=%d, bits=%d, parity=%s, stop=%d, tx=%d, rx=%d, txbuf=%d, rxbuf=%d, timeout=%d, timeout_char=%d)' % (
            (self._id, self._baudrate)
            + self._format
            + (self._tx, self._rx, self._txbuf, self._rxbuf, self._timeout, self._timeout_char)
        )
