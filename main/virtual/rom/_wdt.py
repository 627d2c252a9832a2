# machine.WDT
from micropython import const
from _hw import ask
import struct

_WATCHDOG = const(3)


class WDT:
    def __init__(self, id=0, timeout=5000):
        if id != 0:
            raise ValueError("WDT doesn't exist")
        if not 1 <= timeout < 0x80000000:
            raise ValueError('invalid timeout')
        self._timeout = struct.pack('<I', int(timeout))
        self.feed()

    def feed(self):
        ask(_WATCHDOG, self._timeout)
