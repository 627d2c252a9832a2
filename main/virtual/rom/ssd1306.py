# Driver of displays with the controller SSD1306.
import framebuf
from micropython import const

# Commands, see the data sheet.
_ADDRESSING = const(0x20)
_COLUMNS = const(0x21)
_PAGES = const(0x22)
_START_LINE = const(0x40)
_CONTRAST = const(0x81)
_CHARGE_PUMP = const(0x8D)
_SEGMENTS = const(0xA0)
_SHOW_MEMORY = const(0xA4)
_NORMAL = const(0xA6)
_ROWS = const(0xA8)
_POWER = const(0xAE)
_ROW_DIRECTION = const(0xC0)
_OFFSET = const(0xD3)
_CLOCK = const(0xD5)
_PRECHARGE = const(0xD9)
_ROW_WIRING = const(0xDA)
_DESELECT = const(0xDB)


class SSD1306(framebuf.FrameBuffer):
    def __init__(self, width, height, external_vcc):
        self.width = width
        self.height = height
        self.external_vcc = external_vcc
        self.pages = height // 8
        self.buffer = bytearray(self.pages * width)
        super().__init__(self.buffer, width, height, framebuf.MONO_VLSB)
        self.init_display()

    def init_display(self):
        self._commands(
            (_POWER, _ADDRESSING, 0, _START_LINE, _SEGMENTS | 1, _ROWS, self.height - 1, _ROW_DIRECTION | 8, _OFFSET, 0)
            + (_ROW_WIRING, 2 if self.width > 2 * self.height else 0x12, _CLOCK, 0x80)
            + (_PRECHARGE, 0x22 if self.external_vcc else 0xF1, _DESELECT, 0x30, _CONTRAST, 255, _SHOW_MEMORY, _NORMAL)
            + (_CHARGE_PUMP, 0x10 if self.external_vcc else 0x14, _POWER | 1)
        )
        self.fill(0)
        self.show()

    def _commands(self, commands):
        for command in commands:
            self.write_cmd(command)

    def poweroff(self):
        self.write_cmd(_POWER)

    def poweron(self):
        self.write_cmd(_POWER | 1)

    def contrast(self, contrast):
        self._commands((_CONTRAST, contrast))

    def invert(self, invert):
        self.write_cmd(_NORMAL | (invert & 1))

    def rotate(self, rotate):
        self._commands((_ROW_DIRECTION | (0 if rotate else 8), _SEGMENTS | (0 if rotate else 1)))

    def show(self):
        # Narrow displays use the middle of the controller's columns.
        first = (128 - self.width) // 2
        self._commands((_COLUMNS, first, first + self.width - 1, _PAGES, 0, self.pages - 1))
        self.write_data(self.buffer)


class SSD1306_I2C(SSD1306):
    def __init__(self, width, height, i2c, addr=0x3C, external_vcc=False):
        self.i2c = i2c
        self.addr = addr
        self.temp = bytearray(2)
        self.write_list = [b'\x40', None]
        super().__init__(width, height, external_vcc)

    def write_cmd(self, cmd):
        self.temp[0] = 0x80
        self.temp[1] = cmd
        self.i2c.writeto(self.addr, self.temp)

    def write_data(self, buf):
        self.write_list[1] = buf
        self.i2c.writevto(self.addr, self.write_list)


class SSD1306_SPI(SSD1306):
    def __init__(self, width, height, spi, dc, res, cs, external_vcc=False):
        from time import sleep_ms

        self.rate = 10 * 1024 * 1024
        self.spi = spi
        self.dc = dc
        self.res = res
        self.cs = cs
        for pin, level in ((dc, 0), (res, 0), (cs, 1)):
            pin.init(pin.OUT, value=level)
        # The reset line: high, a pulse, and time to wake up.
        for level, ms in ((1, 1), (0, 10), (1, 0)):
            res(level)
            sleep_ms(ms)
        super().__init__(width, height, external_vcc)

    def _send(self, is_data, buf):
        self.spi.init(baudrate=self.rate, polarity=0, phase=0)
        self.cs(1)
        self.dc(is_data)
        self.cs(0)
        self.spi.write(buf)
        self.cs(1)

    def write_cmd(self, cmd):
        self._send(0, bytes((cmd,)))

    def write_data(self, buf):
        self._send(1, buf)
