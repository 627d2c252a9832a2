import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

const COUNT_STARTS = `
import esp32
nvs = esp32.NVS('counter')
try:
    starts = nvs.get_i32('starts')
except OSError as e:
    print(e.errno, e.args[1])
    starts = 0
nvs.set_i32('starts', starts + 1)
nvs.set_i32('forgotten', 1)
nvs.erase_key('forgotten')
nvs.set_blob('name', 'Perfboard')
nvs.commit()
nvs.set_i32('starts', 99)
name = bytearray(20)
print('start', starts, name[:nvs.get_blob('name', name)])`

describe('programs that keep settings', () => {
  it('find them again after resets and restarts, but only what they committed', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    expect((await wire.run(COUNT_STARTS)).output).toBe("-4354 ESP_ERR_NVS_NOT_FOUND\r\nstart 0 bytearray(b'Perfboard')\r\n")
    await wire.send('\x04')
    await wire.until('raw REPL; CTRL-B to exit\r\n>')
    expect((await wire.run(COUNT_STARTS)).output).toBe("start 1 bytearray(b'Perfboard')\r\n")
    expect((await wire.run('import os\nprint(os.listdir("/"))')).output).toBe('[]\r\n')
    await wire.board.powerOff()
    const later = await BoardWire.start(wire.folder)
    await later.enterRaw()
    expect((await later.run(COUNT_STARTS)).output).toBe("start 2 bytearray(b'Perfboard')\r\n")
  })

  it('are told what went wrong as an ESP32 does', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const { output, error } = await wire.run(`
import esp32
nvs = esp32.NVS('test')
nvs.set_i32('n', -2**31)
nvs.set_blob('b', b'12345')
print(nvs.get_i32('n'))
def attempt(f):
    try: f()
    except OSError as e: print(e.args[1])
attempt(lambda: nvs.get_i32('b'))
attempt(lambda: nvs.get_blob('n', bytearray(9)))
attempt(lambda: nvs.get_blob('b', bytearray(4)))
attempt(lambda: nvs.set_i32('a key of 16 char', 1))
attempt(lambda: nvs.set_blob('big', bytes(30000)))
attempt(lambda: nvs.erase_key('x'))
attempt(lambda: esp32.NVS('a namespace of 20...'))`)
    expect(error).toBe('')
    expect(output.trimEnd().split('\r\n')).toEqual([
      '-2147483648',
      'ESP_ERR_NVS_NOT_FOUND',
      'ESP_ERR_NVS_NOT_FOUND',
      'ESP_ERR_NVS_INVALID_LENGTH',
      'ESP_ERR_NVS_KEY_TOO_LONG',
      'ESP_ERR_NVS_NOT_ENOUGH_SPACE',
      'ESP_ERR_NVS_NOT_FOUND',
      'ESP_ERR_NVS_INVALID_NAME',
    ])
  })

  it('have an OSError when the computer can’t keep them', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    fs.mkdirSync(path.join(wire.folder, 'settings.json.new'))
    const { error } = await wire.run('import esp32\nn = esp32.NVS("a")\nn.set_i32("b", 1)\nn.commit()')
    expect(error).toContain('OSError: [Errno 5] EIO')
  })
})

describe('programs for other boards', () => {
  it('run as far as this one can, and are told what it hasn’t', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const { output, error } = await wire.run(`
import esp
esp.osdebug(None)
import utime, uos, ustruct, ujson, urandom, ubinascii, uio, ure, usys, uselect, ucollections, uhashlib, uerrno, uarray, umachine, uasyncio, usocket, urequests
print(umachine.Pin.OUT, uasyncio.sleep_ms is not None, usocket.AF_INET)
import rp2, _thread, esp32
esp32.wake_on_ext1(pins=(0, 2), level=esp32.WAKEUP_ANY_HIGH)
print(rp2.bootsel_button() in (0, 1), -40 < esp32.mcu_temperature() < 125)
def attempt(f):
    try: f()
    except (NotImplementedError, ImportError, AttributeError) as e: print(e)
def pio():
    @rp2.asm_pio(set_init=rp2.PIO.OUT_LOW)
    def blink():
        set(pins, 1)
attempt(pio)
attempt(lambda: rp2.StateMachine(0, None, freq=2000))
attempt(lambda: _thread.start_new_thread(print, (1,)))
attempt(lambda: esp32.RMT(0))
attempt(lambda: __import__('pyb'))
attempt(lambda: uasyncio.nothing)
lock = _thread.allocate_lock()
with lock: print(lock.locked(), lock.acquire(0))`)
    expect(error).toBe('')
    expect(output.trimEnd().split('\r\n')).toEqual([
      '1 True 2',
      'True True',
      'the virtual board has no PIO',
      'the virtual board has no PIO',
      'the virtual board has one thread: use asyncio, or a Timer',
      'the virtual board has no RMT',
      "no module named 'pyb': the virtual board is no pyboard: use the module machine",
      "'module' object has no attribute 'nothing'",
      'True False',
    ])
  })
})
