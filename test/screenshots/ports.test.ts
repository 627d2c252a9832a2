import { randomBytes } from 'node:crypto'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeUserData } from '../e2e/appWindow'
import * as user from '../e2e/user'
import { FakeMachine, PICO_INFO } from '../rig/fakeMachine'
import { startForeignPort, startRepeatingPort } from '../rig/foreignPort'
import { type PluggableBoard, startPluggableBoard } from '../rig/pluggableBoard'
import { Camera } from './camera'

const BLANK = `rst:0x10 (RTCWDT_RTC_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\n${'invalid header: 0xffffffff\r\n'.repeat(3)}ets Jul 29 2019 12:21:46\r\n\r\n`

let camera: Camera
let board: PluggableBoard
let machine: FakeMachine
let root: string

const button = (name: string) => camera.page.getByRole('button', { name, exact: true })
const strip = () =>
  camera.page.getByRole('group', { name: 'About the connection' }).or(camera.page.getByRole('alert', { name: 'About the connection' }))
const question = () => camera.page.getByRole('dialog').or(camera.page.getByRole('alertdialog'))

async function disconnect(): Promise<void> {
  await button('Disconnect').click()
  await user.connectionSays(camera.page, 'Not connected')
}

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'perfboard-machine-'))
  machine = await FakeMachine.make(root)
  board = await startPluggableBoard()
  camera = await Camera.open(makeUserData(), { PERFBOARD_SYSTEM_ROOT: root })
  await camera.set({ theme: 'system' })
})
afterAll(async () => {
  await camera.close()
  await board.dispose()
  await rm(root, { recursive: true, force: true })
})

it('the greeting of a board that is met for the first time', async () => {
  await user.connectByHand(camera.page, board.path)
  await button('Just watch').waitFor()
  await camera.photograph('strip-greeting')
})

it('the question before a job stops a program', async () => {
  await button('Just watch').click()
  await user.runCommand(camera.page, 'New file')
  await user.replaceText(camera.page, 'import time\nwhile True:\n    print("tick")\n    time.sleep(0.5)\n')
  await button('Run').click()
  await question().waitFor()
  await camera.photograph('question-prompt')
  await camera.page.keyboard.press('Escape')
  await question().waitFor({ state: 'detached' })
})

it('a board that is gone in the middle of a save', async () => {
  await user.runCommand(camera.page, 'Get the prompt')
  await user.connectionSays(camera.page, 'Ready')
  await user.typeInTerminal(camera.page, `${user.BUSY}\n`)
  await user.makeFile(camera.page, 'Board files', 'big.py')
  await user.openRow(camera.page, 'Board files', 'big.py')
  await user.tabIs(camera.page, 'big.py')
  await user.replaceText(camera.page, `text = """\n${randomBytes(450_000).toString('base64')}"""\n`)
  await camera.page.keyboard.press('Control+s')
  await user.connectionSays(camera.page, 'Saving big.py')
  await camera.photograph('state-saving', { sizes: ['1280x800', '900x600'] })
  if (!(await user.notices(camera.page)).includes('vanished')) await board.pull()
  await user.connectionSays(camera.page, 'Gone')
  await camera.photograph('strip-lost')
  await user.dismissNotices(camera.page)
  await board.plugIn()
  await user.connectionSays(camera.page, 'Watching')
  await disconnect()
})

it('a port that another program has', async () => {
  const holder = spawn('flock', [board.path, 'sleep', '120'], { stdio: 'ignore' })
  const ended = new Promise((resolve) => holder.once('exit', resolve))
  try {
    await expect
      .poll(async () => {
        await user.dismissNotices(camera.page)
        await button('Connect').click()
        await expect.poll(() => user.notices(camera.page)).not.toBe('')
        return await user.notices(camera.page)
      })
      .toMatch(/is using/)
    await camera.photograph('notice-busy')
  } finally {
    holder.kill()
    await ended
    await user.dismissNotices(camera.page)
  }
})

it('what talks, but not MicroPython', async () => {
  const thing = await startForeignPort('yes temperature 21.5')
  await user.connectByHand(camera.page, thing.path)
  await button('Get the prompt').click()
  await strip().getByText('This board talks, but not MicroPython.').waitFor({ timeout: 20_000 })
  await camera.photograph('strip-foreign')
  await button('Serial monitor').click()
  await user.connectionSays(camera.page, 'Serial monitor')
  await camera.photograph('state-monitor')
  await disconnect()
  await thing.dispose()
})

it('a blank ESP32', async () => {
  const thing = await startRepeatingPort(BLANK)
  await user.connectByHand(camera.page, thing.path)
  await strip().getByText('It looks like a blank ESP32').waitFor()
  await camera.photograph('strip-blank')
  await disconnect()
  await thing.dispose()
})

it('no board at all', async () => {
  await camera.page.getByRole('button', { name: /^Board:/ }).click()
  await camera.page.getByText('No board found.').waitFor()
  await camera.photograph('picker-no-board')
  await camera.page.keyboard.press('Escape')
})

it('a board that waits for firmware', async () => {
  await machine.plug('1-4', { idVendor: '2e8a', idProduct: '0003' })
  await machine.disk('1-4', 'sda1', '8:1')
  await machine.mount('8:1', 'RPI-RP2', { 'INFO_UF2.TXT': PICO_INFO })
  await strip().getByText('Drive RPI-RP2 waits for firmware.').waitFor()
  await camera.photograph('strip-waiting')
  await camera.page.getByRole('button', { name: /^Board:/ }).click()
  await camera.page.getByRole('region', { name: 'Not ready' }).waitFor()
  await camera.photograph('picker-not-ready')
  await camera.page.keyboard.press('Escape')
})
