import { afterAll, beforeAll, it } from 'vitest'
import { makeUserData } from '../e2e/appWindow'
import * as user from '../e2e/user'
import { showAside, showExplorer } from './asides'
import { Camera } from './camera'

const NARROW = ['900x600', 'zoom-200'] as const

let camera: Camera

beforeAll(async () => {
  camera = await Camera.open(makeUserData())
  await camera.set({ theme: 'system' })
})
afterAll(() => camera.close())

it('the explorer and the Board view in a narrow window, with an error below the code', async () => {
  await user.connectVirtual(camera.page)
  await user.connectionSays(camera.page, 'Ready')
  await user.makeFile(camera.page, 'Board files', 'main.py')
  await user.rowAppears(camera.page, 'Board files', 'main.py')
  await user.connectionSays(camera.page, 'Ready')
  await user.makeFolder(camera.page, 'Board files', 'lib')
  await user.runCommand(camera.page, 'New file')
  await user.replaceText(camera.page, 'lights = ["red", "green"]\n\nfor count in range(3):\n    print(count, lights[count])\n')
  await camera.page.keyboard.press('F5')
  await camera.page.getByRole('group', { name: 'Error of the last run' }).waitFor()
  await camera.photograph('narrow-board-view', { sizes: NARROW, before: () => showAside(camera.page, 'Board view') })
  await camera.photograph('narrow-variables', { sizes: NARROW, before: () => showAside(camera.page, 'Variables') })
  await camera.photograph('narrow-explorer', { sizes: NARROW, before: () => showExplorer(camera.page) })
})

it('the lessons and the Board view in a narrow window', async () => {
  await user.runCommand(camera.page, 'First steps')
  await camera.page.getByRole('region', { name: 'First steps', exact: true }).waitFor()
  await camera.page.getByRole('button', { name: 'Open and run' }).click()
  await camera.page.getByRole('img', { name: 'Green LED on the board, GP25: on' }).waitFor()
  await camera.photograph('narrow-lessons', { sizes: NARROW, before: () => showAside(camera.page, 'Board view') })
})

it('the same in German', async () => {
  await camera.set({ language: 'de' })
  await camera.page.getByRole('menuitem', { name: 'Datei' }).waitFor()
  await camera.photograph('narrow-german', { sizes: NARROW })
})
