# Driver of the 1-wire bus.
import _onewire as _bus


class OneWireError(Exception):
    pass


class OneWire:
    SEARCH_ROM = 0xF0
    MATCH_ROM = 0x55
    SKIP_ROM = 0xCC

    def __init__(self, pin):
        self.pin = pin
        pin.init(pin.OPEN_DRAIN, pin.PULL_UP)

    def reset(self, required=False):
        found = _bus.reset(self.pin)
        if required and not found:
            raise OneWireError
        return found

    def readbit(self):
        return _bus.readbit(self.pin)

    def readbyte(self):
        return _bus.readbyte(self.pin)

    def readinto(self, buf):
        for i in range(len(buf)):
            buf[i] = self.readbyte()

    def writebit(self, value):
        _bus.writebit(self.pin, value)

    def writebyte(self, value):
        _bus.writebyte(self.pin, value)

    def write(self, buf):
        for byte in b'' + buf:
            self.writebyte(byte)

    def select_rom(self, rom):
        self.reset()
        self.writebyte(self.MATCH_ROM)
        self.write(rom)

    def crc8(self, data):
        return _bus.crc8(data)

    def scan(self):
        # Goes down the tree of all numbers. Where devices differ, the ones come first; the deepest such place is where the next round turns.
        found = []
        rom, turn = self._search(bytearray(8), -1)
        while rom is not None:
            found.append(rom)
            if turn < 0:
                break
            rom, turn = self._search(rom, turn)
        return found

    def _search(self, before, turn):
        if not self.reset():
            return None, -1
        self.writebyte(self.SEARCH_ROM)
        rom = bytearray(8)
        next_turn = -1
        for i in range(64):
            bit = self.readbit()
            if self.readbit():
                if bit:
                    return None, -1
            elif not bit:
                # Both kinds are there.
                bit = 1 if i > turn else 0 if i == turn else before[i >> 3] >> (i & 7) & 1
                if bit:
                    next_turn = i
            self.writebit(bit)
            rom[i >> 3] |= bit << (i & 7)
        return rom, next_turn
