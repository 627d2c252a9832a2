/** The lessons' programs. They run unchanged on the virtual board, whose parts are at these pins. */

export const BLINK = `# Blinks the board's LED and prints what it does.
from machine import Pin
from time import sleep

led = Pin('LED', Pin.OUT)

for count in range(10):
    led.toggle()
    print('led:', led.value())
    sleep(0.5)
`

export const COUNTDOWN = `# Counts down. A variable is a name for a value.
from time import sleep

start = 5
word = 'Go!'

for number in range(start, 0, -1):
    print(number)
    sleep(0.3)

print(word)
`

export const BUTTON = `# Lights an LED for as long as button A is pressed.
from machine import Pin
from time import sleep

button = Pin(14, Pin.IN, Pin.PULL_UP)
led = Pin(15, Pin.OUT)
presses = 0

while True:
    if button.value() == 0:
        led.on()
        presses += 1
        print('pressed:', presses)
        while button.value() == 0:
            sleep(0.01)
        led.off()
    sleep(0.01)
`

export const LIGHT = `# Reads the light sensor ten times a second.
from machine import ADC
from time import sleep

sensor = ADC(27)

while True:
    percent = sensor.read_u16() * 100 // 65535
    print('light:', percent)
    sleep(0.1)
`

export const KNOB = `# The knob sets how bright the LED is.
from machine import ADC, PWM, Pin
from time import sleep

knob = ADC(26)
led = PWM(Pin(15), freq=1000)

while True:
    level = knob.read_u16()
    led.duty_u16(level)
    print('level:', level)
    sleep(0.1)
`

export const HEARTBEAT = `# Runs by itself, once it is on the board as main.py.
from machine import Pin
from time import sleep

led = Pin('LED', Pin.OUT)
beats = 0

while True:
    led.toggle()
    beats += 1
    print('beat:', beats)
    sleep(0.5)
`
