import { afterAll, beforeAll, it } from 'vitest'
import { makeFirstUserData } from '../e2e/appWindow'
import * as user from '../e2e/user'
import { Camera } from './camera'

let camera: Camera

beforeAll(async () => {
  camera = await Camera.open(makeFirstUserData())
})
afterAll(() => camera.close())

it('the questions of the first start', async () => {
  await camera.page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  await camera.photographAsItIs('first-start')
  await camera.page.getByRole('button', { name: 'Start', exact: true }).click()
  await camera.page.getByRole('button', { name: /^Board:/ }).waitFor()
})

it('the first lesson, before and while it runs', async () => {
  await user.runCommand(camera.page, 'First steps')
  await camera.page.getByRole('region', { name: 'First steps', exact: true }).waitFor()
  await camera.photograph('first-lessons')
  await camera.page.getByRole('button', { name: 'Open and run' }).click()
  await camera.page.getByRole('img', { name: 'Green LED on the board, GP25: on' }).waitFor()
  await camera.photograph('first-lesson-runs')
  await camera.page.keyboard.press('Shift+F5')
  await user.connectionSays(camera.page, 'Ready')
})

it('how to install MicroPython by hand', async () => {
  await user.runCommand(camera.page, 'How to install MicroPython')
  await camera.page.getByRole('dialog').waitFor()
  await camera.photograph('guide')
  await camera.page.keyboard.press('Escape')
})

it('the window in German', async () => {
  await camera.set({ language: 'de' })
  await camera.page.getByRole('menuitem', { name: 'Datei' }).waitFor()
  await camera.photograph('german')
})
