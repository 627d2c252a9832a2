import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { makeUserData } from '../e2e/appWindow'
import * as user from '../e2e/user'
import { showExplorer } from './asides'
import { Camera } from './camera'

let camera: Camera
let folder: string

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'perfboard-looks-'))
  fs.writeFileSync(path.join(folder, 'lamp.py'), 'level = 10\n')
  const userData = makeUserData()
  fs.writeFileSync(path.join(userData, 'settings.json'), JSON.stringify({ screenReader: true, theme: 'system', language: 'de' }))
  camera = await Camera.open(userData)
})
afterAll(async () => {
  await camera.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const close = (): Promise<void> => camera.page.keyboard.press('Escape')

it('the editor’s own menu and find box, in German', async () => {
  const { page } = camera
  await page.keyboard.press('Alt+n')
  const lines = page.locator('.monaco-editor .view-lines').first()
  await lines.waitFor()
  await camera.photograph('menu-editor-german', {
    layouts: ['full'],
    before: async () => {
      await lines.click({ button: 'right' })
      await page.getByText('Ausschneiden').waitFor()
    },
    after: close,
  })
  await lines.click()
  await page.keyboard.press('Control+h')
  await camera.photograph('find-german')
  await close()
})

it('the menus of the terminal and of rows', async () => {
  const { page } = camera
  await camera.set({ language: 'en' })
  await page.getByRole('menuitem', { name: 'File', exact: true }).waitFor()
  await user.connectVirtual(page)
  await user.connectionSays(page, 'Ready')
  await user.makeFolder(page, 'Board files', 'lib')
  await camera.photograph('menu-terminal', {
    before: async () => {
      await page.locator('.terminal-screen').click({ button: 'right' })
      await page.getByRole('menu', { name: 'Terminal' }).waitFor()
    },
    after: close,
  })
  const rowMenu = async (tree: string, name: string): Promise<void> => {
    await showExplorer(page)
    await page.getByRole('treegrid', { name: tree }).getByRole('row', { name, exact: true }).click({ button: 'right' })
    await page.getByRole('menu').first().waitFor()
  }
  await camera.photograph('menu-folder', { layouts: ['full'], before: () => rowMenu('Board files', 'lib'), after: close })
  await camera.app.chooseFolder(folder, () =>
    page.getByRole('toolbar', { name: 'Computer files actions' }).getByRole('button', { name: 'Open folder' }).click(),
  )
  await user.rowAppears(page, 'Computer files', 'lamp.py')
  await camera.photograph('menu-computer', { layouts: ['full'], before: () => rowMenu('Computer files', 'lamp.py'), after: close })
  await page.getByRole('button', { name: 'Disconnect', exact: true }).click()
  await user.connectionSays(page, 'Not connected')
  await camera.photograph('menu-computer-no-board', {
    layouts: ['full'],
    sizes: ['1280x800'],
    before: () => rowMenu('Computer files', 'lamp.py'),
    after: close,
  })
})

it('an action that can’t be used says why', async () => {
  const { page } = camera
  await page.getByRole('menubar').getByRole('menuitem', { name: 'Board' }).click()
  await page.getByRole('menuitem', { name: 'Hard reset' }).click()
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Close' }).waitFor()
  await camera.photograph('notice-not-available', { layouts: ['full'] })
})
