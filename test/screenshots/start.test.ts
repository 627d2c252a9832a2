import { afterAll, beforeAll, it } from 'vitest'
import { makeUserData } from '../e2e/appWindow'
import * as user from '../e2e/user'
import { showAside } from './asides'
import { Camera } from './camera'

let camera: Camera

beforeAll(async () => {
  camera = await Camera.open(makeUserData())
  await camera.set({ theme: 'system' })
})
afterAll(() => camera.close())

it('nothing is open yet', async () => {
  await camera.photograph('start-welcome')
  for (const tab of ['Terminal', 'Plotter', 'Problems', 'Log']) {
    await user.runCommand(camera.page, tab)
    await camera.photograph(`start-empty-${tab.toLowerCase()}`, { layouts: ['full'] })
  }
  await user.runCommand(camera.page, 'Board view')
  await camera.photograph('start-empty-board-view', { before: () => showAside(camera.page, 'Board view') })
  await user.runCommand(camera.page, 'Variables')
  await camera.photograph('start-empty-variables', { before: () => showAside(camera.page, 'Variables') })
})

it('a file that was never saved', async () => {
  await user.runCommand(camera.page, 'New file')
  await camera.page.keyboard.insertText('import time\n\nfor count in range(3):\n    print("count", count)\n')
  await camera.photograph('start-new-file')
})
