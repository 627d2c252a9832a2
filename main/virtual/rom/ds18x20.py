# Driver of the thermometers DS18S20 and DS18B20 on the 1-wire bus.
from micropython import const

_CONVERT = const(0x44)
_READ = const(0xBE)
_WRITE = const(0x4E)
# Families of devices: the first number of their address.
_FAMILIES = (0x10, 0x22, 0x28)
_OLD_FAMILY = const(0x10)


class DS18X20:
    def __init__(self, onewire):
        self.ow = onewire
        self.buf = bytearray(9)

    def scan(self):
        return [rom for rom in self.ow.scan() if rom[0] in _FAMILIES]

    def convert_temp(self):
        self.ow.reset(True)
        self.ow.writebyte(self.ow.SKIP_ROM)
        self.ow.writebyte(_CONVERT)

    def read_scratch(self, rom):
        self.ow.reset(True)
        self.ow.select_rom(rom)
        self.ow.writebyte(_READ)
        self.ow.readinto(self.buf)
        if self.ow.crc8(self.buf):
            raise Exception('CRC error')
        return self.buf

    def write_scratch(self, rom, buf):
        self.ow.reset(True)
        self.ow.select_rom(rom)
        self.ow.writebyte(_WRITE)
        self.ow.write(buf)

    def read_temp(self, rom):
        buf = self.read_scratch(rom)
        raw = buf[0] | buf[1] << 8
        if raw & 0x8000:
            raw -= 0x10000
        if rom[0] == _OLD_FAMILY:
            # Half degrees, and in two more bytes how far it is to the next one.
            return (raw >> 1) - 0.25 + (buf[7] - buf[6]) / buf[7]
        return raw / 16
