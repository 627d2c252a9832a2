import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeUserData } from '../e2e/appWindow'
import * as user from '../e2e/user'
import { Camera } from './camera'

let camera: Camera
let folder: string

const question = () => camera.page.getByRole('dialog').or(camera.page.getByRole('alertdialog'))

/** Photographs the question that is asked, and takes it back. */
async function photographQuestion(scene: string): Promise<void> {
  await question().first().waitFor()
  await camera.photograph(scene)
  await camera.page.keyboard.press('Escape')
  await question().first().waitFor({ state: 'detached' })
}

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'perfboard-looks-'))
  fs.mkdirSync(path.join(folder, 'app'))
  for (const name of ['config', 'display', 'main', 'network', 'sensors']) {
    fs.writeFileSync(path.join(folder, 'app', `${name}.py`), `# ${name}\nanswer = 41\n`)
  }
  camera = await Camera.open(makeUserData())
  await camera.set({ theme: 'system' })
})
afterAll(async () => {
  await camera.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

it('an upload that would replace what differs', async () => {
  await user.connectVirtual(camera.page)
  await user.connectionSays(camera.page, 'Ready')
  await camera.app.chooseFolder(folder, () =>
    camera.page.getByRole('toolbar', { name: 'Computer files actions' }).getByRole('button', { name: 'Open folder' }).click(),
  )
  await user.rowAppears(camera.page, 'Computer files', 'app')
  await user.rowAction(camera.page, 'Computer files', 'app', 'Upload to board')
  await user.rowAppears(camera.page, 'Board files', 'app')
  await user.connectionSays(camera.page, 'Ready')
  for (const name of fs.readdirSync(path.join(folder, 'app'))) fs.writeFileSync(path.join(folder, 'app', name), 'answer = 42\n')
  await user.rowAction(camera.page, 'Computer files', 'app', 'Upload to board')
  await photographQuestion('conflict-upload')
  await user.connectionSays(camera.page, 'Ready')
})

it('a save of what a program has changed meanwhile, and both side by side', async () => {
  await user.makeFile(camera.page, 'Board files', 'lamp.py')
  await user.openRow(camera.page, 'Board files', 'lamp.py')
  await user.tabIs(camera.page, 'lamp.py')
  await user.typeInTerminal(camera.page, 'f = open("/lamp.py", "w"); f.write("level = 10\\n\\nprint(level)\\n"); f.close()\n')
  await user.terminalShows(camera.page, /f\.close\(\)\n[^]*>>> ?$/)
  await user.replaceText(camera.page, 'level = 20\n\nprint("level", level)\n')
  await camera.page.keyboard.press('Control+s')
  await question().first().waitFor()
  await camera.photograph('conflict-save')
  await user.answer(camera.page, 'Compare')
  const compare = camera.page.getByRole('dialog', { name: 'Compare lamp.py' })
  await compare.locator('.editor.modified .view-lines').filter({ hasText: 'level' }).waitFor()
  await camera.photograph('conflict-compare')
  await compare.getByRole('button', { name: 'Keep mine' }).click()
  await user.tabIs(camera.page, 'lamp.py')
})

it('a save while a program runs', async () => {
  await user.replaceText(camera.page, 'import time\nwhile True:\n    time.sleep_ms(20)\n')
  await camera.page.getByRole('button', { name: 'Run', exact: true }).click()
  await user.connectionSays(camera.page, 'lamp.py')
  await camera.page.keyboard.press('Control+s')
  await photographQuestion('question-running')
  await camera.page.getByRole('button', { name: 'Stop', exact: true }).click()
  await user.connectionSays(camera.page, 'Ready')
})

it('a file that does not fit, and the large ones', async () => {
  await user.replaceText(camera.page, `# ${'y'.repeat(2_300_000)}\n`)
  await camera.page.keyboard.press('Control+s')
  await expect.poll(() => user.notices(camera.page), { timeout: 20_000 }).toMatch(/needs \d+ KB/)
  await camera.photograph('notice-no-room')
  await camera.page.getByRole('button', { name: 'Show large files' }).click()
  await photographQuestion('dialog-large-files')
  await user.dismissNotices(camera.page)
})

it('deleting a folder with what is in it', async () => {
  await user.rowAction(camera.page, 'Board files', 'app', 'Delete')
  await photographQuestion('question-delete-folder')
})
