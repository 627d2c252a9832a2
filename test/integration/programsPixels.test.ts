import { describe, expect, it } from 'vitest'
import { pinOf, runProgram } from '../rig/boardProgram'

describe('programs with a strip of lights', () => {
  it('set single lights and read them back', async () => {
    const run = await runProgram(`
from machine import Pin
from neopixel import NeoPixel
pin = Pin(0, Pin.OUT)   # set GPIO0 to output to drive NeoPixels
np = NeoPixel(pin, 8)   # create NeoPixel driver on GPIO0 for 8 pixels
np[0] = (255, 255, 255) # set the first pixel to white
np[1] = (0, 128, 0)
np[-1] = (1, 2, 3)
np.write()              # write data to all pixels
r, g, b = np[0]         # get first pixel colour
print(r, g, b, np[1], np[7], len(np), np.n)
np[2] = (9, 9, 9)       # not written: not shown
try:
    np[8] = (1, 1, 1)
except IndexError:
    print('no such light')
`)
    expect(run.lines).toEqual(['255 255 255 (0, 128, 0) (1, 2, 3) 8 8', 'no such light'])
    expect(run.hardware.state.strip).toEqual({ pin: 0, colours: [0xffffff, 0x008000, 0, 0, 0, 0, 0, 0x010203] })
    expect(pinOf(run, 0)?.use).toBe('pixels')
  })

  it('fill it, and leave it dark in the end', async () => {
    const { wire, hardware } = await runProgram(
      'import machine, neopixel\nnp = neopixel.NeoPixel(machine.Pin(4), 3)\nnp.fill((255, 0, 16))\nnp.write()',
    )
    expect(hardware.state.strip).toEqual({ pin: 4, colours: [0xff0010, 0xff0010, 0xff0010] })
    const cleared = await runProgram('np.fill((0, 0, 0))\nnp.write()', wire)
    expect(cleared.hardware.state.strip).toEqual({ pin: 4, colours: [0, 0, 0] })
  })

  it('run the tutorial’s show: cycle, bounce, fade, clear', async () => {
    const seen = new Set<number>()
    const { wire } = await runProgram('import machine, neopixel, time\nnp = neopixel.NeoPixel(machine.Pin(4), 4)')
    wire.hardware.onChange(({ state }) => state?.strip?.colours.forEach((colour) => seen.add(colour)))
    const { hardware } = await runProgram(
      `
def demo(np):
    n = np.n
    for i in range(2 * n):
        for j in range(n):
            np[j] = (0, 0, 0)
        np[i % n] = (255, 255, 255)
        np.write()
        time.sleep_ms(40)
    for i in range(2 * n):
        for j in range(n):
            np[j] = (0, 0, 128)
        if (i // n) % 2 == 0:
            np[i % n] = (0, 0, 0)
        else:
            np[n - 1 - (i % n)] = (0, 0, 0)
        np.write()
        time.sleep_ms(40)
    for i in range(0, 4 * 256, 8):
        for j in range(n):
            if (i // 256) % 2 == 0:
                val = i & 0xff
            else:
                val = 255 - (i & 0xff)
            np[j] = (val, 0, 0)
        np.write()
    for i in range(n):
        np[i] = (0, 0, 0)
    np.write()
demo(np)`,
      wire,
    )
    expect([...seen]).toEqual(expect.arrayContaining([0xffffff, 0x000080]))
    expect(hardware.state.strip?.colours).toEqual([0, 0, 0, 0])
  })

  it('know lights with white, of another order, with a clock, and bare bits', async () => {
    const colours = async (source: string): Promise<(number[] | string)[]> => {
      const run = await runProgram(`from machine import Pin\n${source}`)
      return [run.hardware.state.strip?.colours ?? [], ...run.lines]
    }
    expect(
      await colours('from neopixel import NeoPixel\nnp = NeoPixel(Pin(4), 2, bpp=4)\nnp[0] = (255, 0, 64, 16)\nnp.write()\nprint(np[0])'),
    ).toEqual([[0xff1050, 0], '(255, 0, 64, 16)'])
    expect(await colours('from apa106 import APA106\nap = APA106(Pin(4), 1)\nap[0] = (1, 2, 3)\nap.write()\nprint(ap.buf)')).toEqual([
      [0x010203],
      String.raw`bytearray(b'\x01\x02\x03')`,
    ])
    expect(
      await colours(
        'from apa102 import APA102\ns = APA102(Pin(5), Pin(4), 2)\ns[0] = (255, 0, 62, 31)\ns[1] = (255, 0, 62, 15)\ns.write()\nprint(s[1])',
      ),
    ).toEqual([[0xff003e, 0x7b001e], '(255, 0, 62, 15)'])
    expect(
      await colours('import machine\nmachine.bitstream(Pin(4), 0, (400, 850, 800, 450), bytearray((2, 1, 3)))\nprint("sent")'),
    ).toEqual([[0x010203], 'sent'])
  })
})
