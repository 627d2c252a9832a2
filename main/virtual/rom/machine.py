import math, random, sys, time
from collections import namedtuple

PWRON_RESET = 1
HARD_RESET = 2
WDT_RESET = 3
DEEPSLEEP_RESET = 4
SOFT_RESET = 5

_uname = namedtuple('uname', ('sysname', 'nodename', 'release', 'version', 'machine'))(
    sys.platform,
    sys.platform,
    '.'.join(str(n) for n in sys.implementation[1][:3]),
    sys.version.split('MicroPython ')[1],
    sys.implementation._machine,
)
# The modules of what most programs don't need: loaded when first asked for.
_buses = {'I2C': '_i2c', 'SoftI2C': '_i2c', 'SPI': '_spi', 'SoftSPI': '_spi', 'UART': '_uart', 'bitstream': '_bitstream'}
_freq = 125000000
_levels = {}
_modes = {}
_pulls = {}


def __getattr__(name):
    if name not in _buses:
        raise AttributeError("module 'machine' has no attribute '%s'" % name)
    found = globals()[name] = getattr(__import__(_buses[name]), name)
    return found


def unique_id():
    return b'virtual1'


def freq(hz=None):
    global _freq
    if hz is None:
        return _freq
    _freq = int(hz)


def reset():
    open('/.rom/reset', 'rb', 0)


def soft_reset():
    raise SystemExit


def reset_cause():
    return PWRON_RESET


def idle():
    time.sleep_ms(1)


def lightsleep(ms=0):
    time.sleep_ms(ms)


class Pin:
    IN = 0
    OUT = 1
    OPEN_DRAIN = 2
    PULL_UP = 1
    PULL_DOWN = 2
    IRQ_FALLING = 4
    IRQ_RISING = 8

    def __init__(self, id, mode=-1, pull=-1, value=None):
        if isinstance(id, Pin):
            id = id.id
        if id == 'LED':
            id = 25
        if not isinstance(id, int) or not 0 <= id <= 29:
            raise ValueError('no such pin')
        self.id = id
        self.init(mode, pull, value)

    def init(self, mode=-1, pull=-1, value=None):
        if mode != -1:
            _modes[self.id] = mode
            _pulls[self.id] = None
        if pull != -1:
            _pulls[self.id] = pull
        if value is not None:
            self.value(value)
        elif mode == self.IN:
            _levels[self.id] = 1 if pull == self.PULL_UP else 0

    def mode(self):
        return _modes.get(self.id, self.IN)

    def pull(self):
        return _pulls.get(self.id)

    def value(self, value=None):
        if value is None:
            return _levels.get(self.id, 0)
        if self.mode() != self.IN:
            _levels[self.id] = 1 if value else 0

    __call__ = value

    def on(self):
        self.value(1)

    high = on

    def off(self):
        self.value(0)

    low = off

    def toggle(self):
        self.value(not self.value())

    def __repr__(self):
        return 'Pin(GPIO%d, mode=%s)' % (self.id, ('IN', 'OUT', 'OPEN_DRAIN')[self.mode()])


class Signal:
    def __init__(self, pin, *args, invert=False, **kw):
        self._pin = pin if isinstance(pin, Pin) else Pin(pin, *args, **kw)
        self._invert = invert

    def value(self, value=None):
        if value is None:
            return self._pin.value() ^ self._invert
        self._pin.value(bool(value) ^ self._invert)

    __call__ = value

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)


class ADC:
    # Channel 0 (pin 26): a sine of 2 s; 1 (27): a triangle of 3 s; 2 (28): noise; 4: the temperature of the chip.
    CORE_TEMP = 4

    def __init__(self, id):
        if isinstance(id, Pin):
            id = id.id
        self._channel = id - 26 if id >= 26 else id
        if self._channel not in (0, 1, 2, 4):
            raise ValueError('no such channel')

    def read_u16(self):
        t = time.ticks_ms()
        if self._channel == 0:
            return round(32768 + 26000 * math.sin(t % 2000 * math.pi / 1000))
        if self._channel == 1:
            t %= 3000
            return 6768 + (t if t < 1500 else 3000 - t) * 52000 // 1500
        if self._channel == 2:
            return random.randrange(6768, 58769)
        return 14000 + random.randrange(40)

    def read_uv(self):
        return self.read_u16() * 3300000 // 65535
