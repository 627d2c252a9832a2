# machine.Signal
from _pin import Pin


class Signal:
    def __init__(self, pin, *args, invert=False, **settings):
        if isinstance(pin, Pin):
            if args:
                invert = args[0]
        else:
            pin = Pin(pin, *args, **settings)
        self._pin = pin
        self._invert = 1 if invert else 0

    def value(self, value=None):
        if value is None:
            return self._pin.value() ^ self._invert
        self._pin.value((1 if value else 0) ^ self._invert)

    __call__ = value

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)
