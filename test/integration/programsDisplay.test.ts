import { describe, expect, it } from 'vitest'
import { displayOf, dotsOf, pinOf, readFont, runProgram, textOn } from '../rig/boardProgram'

describe('programs with a display', () => {
  it('say hello on I2C, as in the tutorial', async () => {
    const run = await runProgram(`
from machine import Pin, I2C
import ssd1306

# using default address 0x3C
i2c = I2C(sda=Pin(4), scl=Pin(5))
display = ssd1306.SSD1306_I2C(128, 64, i2c)

display.text('Hello, World!', 0, 0, 1)
display.show()
print(display.width, display.height, display.pixel(1, 1))
`)
    expect(run.lines).toEqual(['128 64 1'])
    const display = displayOf(run)
    expect(display).toMatchObject({ width: 128, height: 64, on: true, inverted: false, contrast: 1 })
    expect(textOn(display, await readFont(run.wire), 0, 0, 16)).toBe('Hello, World!   ')
    expect([pinOf(run, 4)?.use, pinOf(run, 5)?.use]).toEqual(['i2c', 'i2c'])
  })

  it('draw the logo and print text', async () => {
    const run = await runProgram(`
from machine import Pin, SoftI2C
import ssd1306
i2c = SoftI2C(scl=Pin(22), sda=Pin(21))
display = ssd1306.SSD1306_I2C(128, 64, i2c)
display.fill(0)
display.fill_rect(0, 0, 32, 32, 1)
display.fill_rect(2, 2, 28, 28, 0)
display.vline(9, 8, 22, 1)
display.vline(16, 2, 22, 1)
display.vline(23, 8, 22, 1)
display.fill_rect(26, 24, 2, 4, 1)
display.text('MicroPython', 40, 0, 1)
display.text('SSD1306', 40, 12, 1)
display.text('OLED 128x64', 40, 24, 1)
display.show()
`)
    const display = displayOf(run)
    const font = await readFont(run.wire)
    expect([0, 12, 24].map((y) => textOn(display, font, 40, y, 11))).toEqual(['MicroPython', 'SSD1306    ', 'OLED 128x64'])
    expect(dotsOf(display, 0, 0, 32, 3)).toEqual(['#'.repeat(32), '#'.repeat(32), `##${'.'.repeat(14)}#${'.'.repeat(13)}##`])
    expect(dotsOf(display, 24, 24, 8, 2)).toEqual(['..##..##', '..##..##'])
  })

  it('use what a display can do by itself, and shapes', async () => {
    const { wire, lines, hardware } = await runProgram(`
from machine import I2C, Pin
import framebuf, ssd1306
display = ssd1306.SSD1306_I2C(128, 32, I2C(1, scl=Pin(3), sda=Pin(2), freq=400_000))
display.poweroff()
display.contrast(51)
display.invert(1)
display.rect(10, 10, 5, 3, 1)
fbuf = framebuf.FrameBuffer(bytearray(8 * 8 * 1), 8, 8, framebuf.MONO_VLSB)
fbuf.line(0, 0, 7, 7, 1)
display.blit(fbuf, 100, 10, 0)
display.scroll(20, 0)
display.show()
`)
    expect(lines).toEqual([''])
    const display = displayOf({ hardware })
    expect(display).toMatchObject({ width: 128, height: 32, on: false, inverted: true, contrast: 0.2 })
    expect(dotsOf(display, 30, 10, 5, 3)).toEqual(['#####', '#...#', '#####'])
    expect(dotsOf(display, 120, 10, 3, 3)).toEqual(['#..', '.#.', '..#'])

    const turned = await runProgram('display.poweron()\ndisplay.invert(0)\ndisplay.rotate(True)\ndisplay.show()', wire)
    expect(displayOf(turned)).toMatchObject({ on: true, inverted: false })
    expect(dotsOf(displayOf(turned), 93, 19, 5, 3)).toEqual(['#####', '#...#', '#####'])
  })

  it.each([
    ['hardware SPI', 'SPI(1)'],
    ['software SPI', 'SoftSPI(baudrate=500000, polarity=1, phase=0, sck=Pin(14), mosi=Pin(13), miso=Pin(12))'],
  ])('say hello on %s', async (_, spi) => {
    const run = await runProgram(`
from machine import Pin, SPI, SoftSPI
import ssd1306
spi = ${spi}
dc = Pin(4)    # data/command
rst = Pin(5)   # reset
cs = Pin(15)   # chip select
display = ssd1306.SSD1306_SPI(128, 64, spi, dc, rst, cs)
display.text('Hello World', 8, 40, 1)
display.show()
`)
    expect(textOn(displayOf(run), await readFont(run.wire), 8, 40, 11)).toBe('Hello World')
    expect([pinOf(run, 4)?.use, pinOf(run, 15)?.level]).toEqual(['output', 1])
  })

  it('drive it without a driver, by the commands of its data sheet', async () => {
    const run = await runProgram(`
from machine import I2C
i2c = I2C(0)
for c in (0xae, 0x20, 0x00, 0xa1, 0xc8, 0x8d, 0x14, 0xaf):
    i2c.writeto_mem(0x3c, 0x80, bytes([c]))
i2c.writevto(0x3c, (b'\\x40', b'\\xff\\x81\\x81\\xff'))
print(i2c.readfrom(0x3c, 1))
`)
    expect(run.lines).toEqual([String.raw`b'\x00'`])
    expect(dotsOf(displayOf(run), 0, 0, 5, 8)).toEqual(['####.', ...Array.from({ length: 6 }, () => '#..#.'), '####.'])
  })

  it('take a driver of the user’s own before the board’s', async () => {
    const { lines } = await runProgram(`
with open('ssd1306.py', 'w') as f:
    f.write('who = "mine"')
import ssd1306
print(ssd1306.who)
`)
    expect(lines).toEqual(['mine'])
  })

  it('is dark again after a soft reset', async () => {
    const { wire } = await runProgram(
      'from machine import I2C\nimport ssd1306\nd = ssd1306.SSD1306_I2C(128, 64, I2C(0))\nd.fill(1)\nd.show()',
    )
    expect(wire.hardware.get().state.display?.on).toBe(true)
    await wire.send('\x04')
    await wire.until('raw REPL')
    expect(wire.hardware.get().state.display).toBeNull()
  })
})
