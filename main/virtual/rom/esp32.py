# What programs for an ESP32 find of it here: storage for settings, the temperature of the chip, and where to say what wakes it.
import struct
from _hw import ask, words
from micropython import const
from uctypes import INT16

_STORAGE = const(12)
_TEMPERATURE = const(368)

WAKEUP_ALL_LOW = False
WAKEUP_ANY_HIGH = True

# Requests of the storage, and its refusals; these as the ESP-IDF numbers them.
_GET_INT = const(0)
_SET_INT = const(1)
_GET_BLOB = const(2)
_SET_BLOB = const(3)
_ERASE = const(4)
_COMMIT = const(5)
_refusals = {
    1: (-0x1102, 'ESP_ERR_NVS_NOT_FOUND'),
    2: (-0x1105, 'ESP_ERR_NVS_NOT_ENOUGH_SPACE'),
    3: (-0x1109, 'ESP_ERR_NVS_KEY_TOO_LONG'),
    4: (-0x110C, 'ESP_ERR_NVS_INVALID_LENGTH'),
    5: (-0x1104, 'ESP_ERR_NVS_INVALID_NAME'),
}


class NVS:
    def __init__(self, namespace):
        self._namespace = namespace.encode()
        if not 0 < len(self._namespace) < 16:
            raise OSError(*_refusals[5])

    def _ask(self, request, key, value=b''):
        key = key.encode()
        answer = ask(_STORAGE, struct.pack('BBB', request, len(self._namespace), len(key)) + self._namespace + key + value)
        if answer[0]:
            raise OSError(*_refusals[answer[0]])
        return memoryview(answer)[1:]

    def set_i32(self, key, value):
        self._ask(_SET_INT, key, struct.pack('<i', value))

    def get_i32(self, key):
        return struct.unpack('<i', self._ask(_GET_INT, key))[0]

    def set_blob(self, key, value):
        self._ask(_SET_BLOB, key, bytes(value, 'utf8') if isinstance(value, str) else bytes(value))

    def get_blob(self, key, buffer):
        blob = self._ask(_GET_BLOB, key)
        if len(blob) > len(buffer):
            raise OSError(*_refusals[4])
        buffer[: len(blob)] = blob
        return len(blob)

    def erase_key(self, key):
        self._ask(_ERASE, key)

    def commit(self):
        self._ask(_COMMIT, '')


def mcu_temperature():
    return (words(_TEMPERATURE, 1, INT16)[0] + 50) // 100


def raw_temperature():
    # In degrees Fahrenheit, as the first of these chips has it.
    return words(_TEMPERATURE, 1, INT16)[0] * 9 // 500 + 32


def wake_on_ext0(*args, **kw):
    # A board that sleeps deeply wakes when its time is over; nothing here can make it wait for a pin.
    pass


wake_on_ext1 = wake_on_touch = wake_on_ulp = wake_on_gpio = gpio_deep_sleep_hold = wake_on_ext0


def _absent(what):
    def refuse(*args, **kw):
        raise NotImplementedError('the virtual board has no ' + what)

    return refuse


RMT = _absent('RMT')
ULP = _absent('ULP co-processor')
PCNT = _absent('pulse counter')
Partition = _absent('partitions')
