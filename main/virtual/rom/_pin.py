# machine.Pin: registers in memory, so that a program may ask for a level as often as it likes.
from micropython import const
from _hw import ask, changed, registers
import struct

_MODE = const(32)
_PULL = const(64)
_OUT = const(96)
_OUTSIDE = const(128)
_DUTY = const(160)
_WATCHED = const(2224)

_INTERRUPTS = const(1)
_WATCH = const(2)
_FLAGS = const(3)
_EDGE = const(4)

# Pin's modes as the register has them; and back, where all that isn't a plain pin is ALT.
_to_register = (1, 2, 3, 0, 0, 5)
_from_register = (0, 0, 1, 2, 3, 4, 3, 3, 3, 3, 3)
_mode_names = ('IN', 'OUT', 'OPEN_DRAIN', 'ALT', 'ANALOG')
_irqs = {}


def find(id):
    # The number of a pin, from all that a program may name it by.
    if isinstance(id, Pin):
        return id.id
    if isinstance(id, str):
        name = id
        if name == 'LED':
            return 25
        if name.startswith('GPIO'):
            name = name[4:]
        elif name.startswith('GP'):
            name = name[2:]
        try:
            id = int(name)
        except ValueError:
            raise ValueError('unknown named pin "%s"' % id)
    if not isinstance(id, int):
        raise TypeError("can't convert %s to a pin" % type(id).__name__)
    if not 0 <= id <= 29:
        raise ValueError('invalid pin: this board has 0 to 29')
    return id


def level(i):
    mode = registers[_MODE + i]
    if mode < 2 or (mode == 3 or mode == 9) and registers[_OUT + i]:
        outside = registers[_OUTSIDE + i]
        if outside < 2:
            return outside
        if outside == 2:
            return 1 if registers[_PULL + i] == 1 else 0
        # A button: 3 when it is pressed, 4 when not.
        return 1 if (registers[_PULL + i] == 2) == (outside == 3) else 0
    if mode == 4:
        return 1 if registers[_DUTY + 2 * i] or registers[_DUTY + 2 * i + 1] else 0
    return registers[_OUT + i]


def use(i, mode, pull=0):
    # Gives a pin over to some part of the board, by its number in PinMode.
    registers[_MODE + i] = mode
    registers[_PULL + i] = pull
    changed()


def drive(i, value):
    # Sets the output of a pin to 0 or 1.
    if registers[_OUT + i] != value:
        registers[_OUT + i] = value
        if not registers[0]:
            changed()
        if registers[_WATCHED + i] and registers[_MODE + i] in (2, 3):
            ask(_INTERRUPTS, bytes((_EDGE, i, 8 if value else 4)))


class Irq:
    def __init__(self, pin, handler, trigger):
        self._pin = pin
        self._handler = handler
        self._trigger = trigger

    def flags(self):
        return ask(_INTERRUPTS, bytes((_FLAGS, self._pin.id)))[0]

    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._trigger = trigger
            self._arm()
        return before

    def __call__(self):
        self._handler(self._pin)

    def _arm(self):
        # A level is taken for the change to it.
        edges = self._trigger & 12 | (self._trigger & 3) << 2
        if self._handler is None:
            edges = 0
        ask(_INTERRUPTS, struct.pack('<BBBBII', _WATCH, self._pin.id, edges, 0, id(self._handler), id(self._pin)))


class Names:
    def __getattr__(self, name):
        try:
            return Pin(name)
        except ValueError:
            raise AttributeError(name)


class Pin:
    IN = 0
    OUT = 1
    OPEN_DRAIN = 2
    ALT = 3
    ALT_OPEN_DRAIN = 4
    ANALOG = 5
    PULL_UP = 1
    PULL_DOWN = 2
    IRQ_LOW_LEVEL = 1
    IRQ_HIGH_LEVEL = 2
    IRQ_FALLING = 4
    IRQ_RISING = 8
    DRIVE_0 = 0
    DRIVE_1 = 1
    DRIVE_2 = 2
    DRIVE_3 = 3
    board = cpu = Names()

    def __init__(self, id, mode=-1, pull=-1, *, value=None, drive=0, alt=-1):
        self.id = find(id)
        self.init(mode, pull, value=value)

    def init(self, mode=-1, pull=-1, *, value=None, drive=0, alt=-1):
        i = self.id
        if pull not in (-1, None, 1, 2):
            raise ValueError('invalid pull')
        if value is not None:
            registers[_OUT + i] = 1 if value else 0
        if mode is not None and mode != -1:
            if mode not in (0, 1, 2, 3, 4, 5):
                raise ValueError('invalid mode')
            use(i, _to_register[mode])
        if pull != -1:
            registers[_PULL + i] = pull or 0
        changed()

    def mode(self, mode=None):
        if mode is not None:
            return self.init(mode, self.pull())
        mode = _from_register[registers[_MODE + self.id]]
        return 5 if mode == 4 else mode

    def pull(self, *pull):
        if pull:
            return self.init(-1, pull[0])
        return registers[_PULL + self.id] or None

    def drive(self, drive=None):
        return 0 if drive is None else None

    def value(self, value=None):
        if value is None:
            return level(self.id)
        drive(self.id, 1 if value else 0)

    __call__ = value

    def on(self):
        drive(self.id, 1)

    high = on

    def off(self):
        drive(self.id, 0)

    low = off

    def toggle(self):
        drive(self.id, registers[_OUT + self.id] ^ 1)

    def irq(self, handler=-1, trigger=12, *, priority=1, wake=None, hard=False):
        i = self.id
        if handler == -1 and i in _irqs:
            return _irqs[i]
        if not 0 < trigger < 16:
            raise ValueError('invalid trigger')
        irq = Irq(self, None if handler == -1 else handler, trigger)
        irq._arm()
        # Kept, as nothing else may hold on to what is to be called.
        _irqs[i] = irq
        return irq

    def __eq__(self, other):
        return isinstance(other, Pin) and self.id == other.id

    def __hash__(self):
        return self.id

    def __repr__(self):
        pull = self.pull()
        text = ', pull=PULL_' + ('UP' if pull == 1 else 'DOWN') if pull else ''
        return 'Pin(GPIO%d, mode=%s%s)' % (self.id, _mode_names[_from_register[registers[_MODE + self.id]]], text)
