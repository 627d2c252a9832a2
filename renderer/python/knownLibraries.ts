/** Modules that no firmware, or only some, brings along, by where they are kept. Owner and repository on GitHub. */
const BY_SOURCE: Readonly<Record<string, readonly string[]>> = {
  'micropython/micropython-lib':
    'aioble aiohttp bmi270 bmm150 datetime dht ds18x20 hts221 logging lora lps22h lsm6dsox lsm9ds1 neopixel nrf24l01 ntptime onewire requests sdcard ssd1306 umqtt unittest urequests urllib usb'.split(
      ' ',
    ),
  'raspberrypifoundation/picozero': ['picozero'],
  'miguelgrinberg/microdot': ['microdot'],
  'robert-hh/SH1106': ['sh1106'],
  'robert-hh/BME280': ['bme280', 'bme280_float'],
  'mcauser/micropython-tm1637': ['tm1637'],
  'mcauser/micropython-max7219': ['max7219'],
  'dhylands/python_lcd': ['lcd_api', 'i2c_lcd', 'gpio_lcd', 'machine_i2c_lcd'],
  'rsc1975/micropython-hcsr04': ['hcsr04'],
  'wendlers/micropython-mfrc522': ['mfrc522'],
}

/** Where a module that is not in the firmware comes from; null for one that is not known. */
export function libraryOf(module: string): string | null {
  return Object.keys(BY_SOURCE).find((source) => BY_SOURCE[source]?.includes(module)) ?? null
}

/** The names of all of them. */
export const LIBRARIES: readonly string[] = Object.values(BY_SOURCE).flat()

/** Modules that only the firmware of some boards has. */
export const FIRMWARE_MODULES = new Set([
  'bluetooth',
  'esp',
  'esp32',
  'espnow',
  'network',
  'pyb',
  'rp2',
  'socket',
  'ssl',
  '_thread',
  'microbit',
])

/** Modules of Python on a computer that have no place on a board. */
export const COMPUTER_MODULES = new Set(
  'PIL cv2 flask matplotlib multiprocessing numpy pandas pip psutil pygame pyserial scipy serial sklearn sqlite3 subprocess tensorflow threading tkinter turtle'.split(
    ' ',
  ),
)

/** Modules of CircuitPython, another Python for boards. */
export const CIRCUITPYTHON_MODULES = new Set(
  'adafruit_bus_device adafruit_dht adafruit_ssd1306 analogio audioio board busio digitalio displayio microcontroller neopixel_write pulseio pwmio supervisor usb_hid'.split(
    ' ',
  ),
)
