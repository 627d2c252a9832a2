import { afterAll, beforeAll, it } from 'vitest'
import { makeUserData } from '../e2e/appWindow'
import * as user from '../e2e/user'
import { showExplorer } from './asides'
import { Camera } from './camera'

let camera: Camera

beforeAll(async () => {
  camera = await Camera.open(makeUserData())
  await camera.set({ theme: 'system' })
})
afterAll(() => camera.close())

async function dialog(scene: string, command: string): Promise<void> {
  await user.runCommand(camera.page, command)
  await camera.page.getByRole('dialog').or(camera.page.getByRole('alertdialog')).first().waitFor()
  await camera.photograph(scene)
  await camera.page.keyboard.press('Escape')
  await camera.page.getByRole('dialog').or(camera.page.getByRole('alertdialog')).first().waitFor({ state: 'detached' })
}

it('the board picker', async () => {
  await user.connectVirtual(camera.page)
  await user.connectionSays(camera.page, 'Ready')
  await user.makeFile(camera.page, 'Board files', 'blink.py')
  await user.runCommand(camera.page, 'New file')
  await user.replaceText(camera.page, 'print("unsaved")\n')
  await camera.page.getByRole('button', { name: /^Board:/ }).click()
  await camera.page.getByRole('listbox', { name: 'Boards' }).waitFor()
  await camera.photograph('dialog-picker')
  await camera.page.keyboard.press('Escape')
})

it('the command palette', async () => {
  await camera.page.keyboard.press('F1')
  await camera.page.getByRole('dialog', { name: 'Command palette' }).waitFor()
  await camera.photograph('dialog-palette')
  await camera.page.keyboard.press('Escape')
})

it('settings and keys', async () => {
  await dialog('dialog-settings', 'Settings')
  await dialog('dialog-keys', 'Keys')
})

it('questions about files', async () => {
  await dialog('dialog-save-as', 'Save as')
  await dialog('dialog-open-folder', 'Open folder')
  await dialog('dialog-close-unsaved', 'Close tab')
})

it.each(['File', 'Edit', 'View', 'Run', 'Board', 'Tools', 'Help'])('the menu %s', async (name) => {
  const item = camera.page.getByRole('menubar').getByRole('menuitem', { name, exact: true })
  if ((await item.count()) === 0) return // a menu without commands isn't shown
  await camera.photograph(`menu-${name.toLowerCase()}`, {
    layouts: ['full'],
    before: async () => {
      await item.click()
      await camera.page.getByRole('menu').first().waitFor()
    },
    after: () => camera.page.keyboard.press('Escape'),
  })
})

it('a row’s menu, and deleting', async () => {
  const row = camera.page.getByRole('treegrid', { name: 'Board files' }).getByRole('row', { name: 'blink.py' })
  const openMenu = async (): Promise<void> => {
    await showExplorer(camera.page)
    await row.click({ button: 'right' })
    await camera.page.getByRole('menu').first().waitFor()
  }
  await camera.photograph('menu-row', { before: openMenu, after: () => camera.page.keyboard.press('Escape') })
  await openMenu()
  await camera.page.getByRole('menuitem', { name: 'Delete' }).click()
  await camera.page.getByRole('alertdialog').waitFor()
  await camera.photograph('dialog-delete')
  await camera.page.keyboard.press('Escape')
})
