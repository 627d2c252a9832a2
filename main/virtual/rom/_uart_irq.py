# UART.irq: loaded by programs that use it.
from machine import Timer
from micropython import const

_RX = const(1)


class Irq:
    def __init__(self, uart, handler, trigger):
        self._uart = uart
        self._handler = handler
        self._trigger = trigger
        self._flags = 0
        self._timer = Timer(-1)

    def flags(self):
        return self._flags

    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._trigger = trigger
        return before

    def __call__(self):
        self._handler(self._uart)

    def arm(self, coming, left):
        # Something is being sent, and so received: the microseconds until the next byte comes, and until the line is idle.
        if self._handler is None or not self._trigger or not left:
            return
        us = coming if self._trigger & _RX else left
        self._timer.init(mode=Timer.ONE_SHOT, period=us // 1000 + 1, callback=self._due)

    def _due(self, _):
        there, coming, left = self._uart._look()
        self._flags = self._trigger & (_RX if left else 7)
        self.arm(coming, left)
        if not self._flags:
            return
        # Several bytes may have come since the last time: again, as long as the handler reads one of them.
        while True:
            self._handler(self._uart)
            unread = self._uart.any()
            if not self._trigger & _RX or not 0 < unread < there:
                return
            there = unread
