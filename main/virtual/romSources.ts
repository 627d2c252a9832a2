import { asyncioCore } from './romAsyncio'

/** A folder that the board's program doesn't see: its own Python modules lie there, and it is on sys.path only while they are loaded. */
export const ROM_FOLDER = '/.rom'

/** Runs before boot.py: makes up for what this build of the firmware lacks against a board. */
const boot = `
import _asyncio_core
import sys, os, gc, io, machine, micropython, struct, uctypes, __main__

# The asyncio package finds its core loaded already.
sys.modules['asyncio.core'] = sys.modules.pop('_asyncio_core')

# Binary console: files of their own, which the text's line ends don't touch.
uctypes.bytearray_at(id(sys.stdin.buffer) + 4, 4)[0] = 3
uctypes.bytearray_at(id(sys.stdout.buffer) + 4, 4)[0] = 4



def collect(_):
    gc.collect()


with open('${ROM_FOLDER}/collector', 'wb', 0) as f:
    f.write(struct.pack('<I', id(collect)))
gc.threshold(32768)

_ilistdir = os.ilistdir
_stat = os.stat


def ilistdir(path='.'):
    def entries():
        for entry in found:
            size = 0 if entry[1] == 0x4000 else _stat(b'/'.join((path, entry[0])) if isinstance(path, bytes) else path + '/' + entry[0])[6]
            yield (entry[0], entry[1], 0, size)

    found = _ilistdir(path)
    return entries()


def uname():
    return machine._uname


def urandom(n):
    with open('/dev/urandom', 'rb', 0) as f:
        return f.read(n)


def sync():
    open('${ROM_FOLDER}/sync', 'rb', 0).close()


for f in (ilistdir, uname, urandom, sync):
    setattr(os, f.__name__, f)
del os.mount, os.umount, os.VfsPosix


def forget(*names):
    for name in names:
        __main__.__dict__.pop(name, None)


# Names that the firmware leaves in the program's globals.
forget('os', 'time', '__file__')


def run(name):
    forget('__file__')
    try:
        os.stat(name)
    except OSError:
        return
    micropython.kbd_intr(3)
    try:
        execfile(name, __main__.__dict__)
    except SystemExit:
        raise
    except BaseException as e:
        text = io.StringIO()
        sys.print_exception(e, text)
        for line in text.getvalue().splitlines():
            if not line.startswith('  File "${ROM_FOLDER}/'):
                print(line)
    finally:
        micropython.kbd_intr(-1)
`

const machine = `
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
_freq = 125000000
_levels = {}
_modes = {}
_pulls = {}


def unique_id():
    return b'virtual1'


def freq(hz=None):
    global _freq
    if hz is None:
        return _freq
    _freq = int(hz)


def reset():
    open('${ROM_FOLDER}/reset', 'rb', 0)


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
`

/** Python modules by file name. */
export const romSources: ReadonlyMap<string, string> = new Map([
  ['_boot.py', boot],
  ['machine.py', machine],
  ['_asyncio_core.py', asyncioCore],
])
