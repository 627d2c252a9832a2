# How the buses take the pins that they need.
import _hw
from _pin import find
from time import sleep_us


def claim(pin, mode, level=1):
    # What the pin is used for (see PinMode), and its level while nothing is sent. Returns its number; ValueError when there is no such pin.
    number = find(pin)
    _hw.registers[32 + number] = mode
    _hw.registers[96 + number] = level
    _hw.changed()
    return number


def wait(us):
    # As long as a transfer takes on a real bus. The shortest are not worth a sleep.
    if us >= 1000:
        sleep_us(us)
