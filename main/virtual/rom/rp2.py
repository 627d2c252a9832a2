# What programs for an RP2040 find of it here: its button. There is no PIO, and what would need one says so.
from _hw import registers
from micropython import const

_BOOT = const(158)
_PRESSED = const(3)


class PIOASMError(Exception):
    pass


def _absent(what):
    def refuse(*args, **kw):
        raise NotImplementedError('the virtual board has no ' + what)

    return refuse


asm_pio = asm_pio_encode = StateMachine = _absent('PIO')
DMA = _absent('DMA')
Flash = _absent('flash beside its files')


class PIO:
    # Named in the arguments of asm_pio, before that is called.
    IN_LOW = 0
    IN_HIGH = 1
    OUT_LOW = 2
    OUT_HIGH = 3
    SHIFT_LEFT = 0
    SHIFT_RIGHT = 1
    JOIN_NONE = 0
    JOIN_TX = 1
    JOIN_RX = 2
    IRQ_SM0 = 256
    IRQ_SM1 = 512
    IRQ_SM2 = 1024
    IRQ_SM3 = 2048

    __init__ = _absent('PIO')


def bootsel_button():
    return int(registers[_BOOT] == _PRESSED)


def country(code=None):
    import network

    return network.country(code)
