import { afterAll, beforeAll, it } from 'vitest'
import { makeUserData } from '../e2e/appWindow'
import * as user from '../e2e/user'
import { showAside } from './asides'
import { Camera } from './camera'

const CURVES = `import math, time
for step in range(300):
    print('sine:%.3f cosine:%.3f' % (math.sin(step / 20), math.cos(step / 20)))
    time.sleep(0.004)
`
const PARTS = `from machine import Pin, PWM, I2C
import neopixel, ssd1306, time
strip = neopixel.NeoPixel(Pin(22), 8)
for i in range(8): strip[i] = (255 - 32 * i, 32 * i, 80)
strip.write()
oled = ssd1306.SSD1306_I2C(128, 64, I2C(0, scl=Pin(5), sda=Pin(4)))
oled.text('Perfboard', 28, 12); oled.rect(0, 0, 128, 64, 1); oled.hline(10, 40, 108, 1); oled.show()
PWM(Pin(15), freq=1000, duty_u16=20000)
PWM(Pin(13), freq=440, duty_u16=32768)
Pin('LED', Pin.OUT, value=1)
while True: time.sleep(1)
`
const WRONG = `names = ['red', 'green']
counts = {'red': 3, 'green': 5}


def total(colours):
    return sum(counts[colour] for colour in colours)


print(total(names))
print(total(names + ['blue']))
`

let camera: Camera

beforeAll(async () => {
  camera = await Camera.open(makeUserData())
  await camera.set({ theme: 'system' })
})
afterAll(() => camera.close())

async function run(text: string): Promise<void> {
  await user.runCommand(camera.page, 'New file')
  await user.replaceText(camera.page, text)
  await camera.page.keyboard.press('F5')
}

it('a board at its prompt, with files', async () => {
  await user.connectVirtual(camera.page)
  await user.connectionSays(camera.page, 'Ready')
  await user.makeFile(camera.page, 'Board files', 'main.py')
  await user.makeFolder(camera.page, 'Board files', 'lib')
  await user.openRow(camera.page, 'Board files', 'main.py')
  await user.tabIs(camera.page, 'main.py')
  await camera.photograph('board-ready')
})

it('a program that shows numbers', async () => {
  await run(CURVES)
  await user.terminalShows(camera.page, /Ended/)
  await user.runCommand(camera.page, 'Plotter')
  await camera.photograph('board-plotter')
  await user.runCommand(camera.page, 'Terminal')
})

it('a program with an error', async () => {
  await run(WRONG)
  await user.terminalShows(camera.page, /KeyError/)
  await camera.page.getByRole('group', { name: 'Error of the last run' }).waitFor()
  await camera.photograph('board-error')
  await user.runCommand(camera.page, 'Problems')
  await camera.photograph('board-problems')
  await user.runCommand(camera.page, 'Variables')
  await camera.photograph('board-variables', { before: () => showAside(camera.page, 'Variables') })
  await user.runCommand(camera.page, 'Log')
  await camera.photograph('board-log', { layouts: ['full'] })
  await user.runCommand(camera.page, 'Terminal')
})

it('a program that uses every part of the virtual board', async () => {
  await run(PARTS)
  await user.connectionSays(camera.page, 'untitled')
  await user.runCommand(camera.page, 'Board view')
  await camera.page.getByRole('img', { name: 'Green LED on the board, GP25: on' }).waitFor()
  await camera.photograph('board-parts', { before: () => showAside(camera.page, 'Board view') })
  await camera.page.keyboard.press('Shift+F5')
  await user.connectionSays(camera.page, 'Ready')
})
