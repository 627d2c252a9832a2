import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { makeUserData } from '../e2e/appWindow'
import * as user from '../e2e/user'
import { Camera } from './camera'

let camera: Camera
let folder: string

const put = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text)
const button = (name: string | RegExp) => camera.page.getByRole('button', { name, exact: typeof name === 'string' })

beforeAll(async () => {
  const userData = makeUserData()
  folder = path.join(userData, 'weather')
  fs.mkdirSync(path.join(folder, 'lib'), { recursive: true })
  for (const name of ['main.py', 'station.py', 'notes.txt', 'lib/bme280.py', 'lib/wifi.py']) put(name, `# ${name}\nprint("first")\n`)
  camera = await Camera.open(userData)
  await camera.set({ theme: 'system' })
})
afterAll(() => camera.close())

it('sync: choosing, the plan, the result, nothing to do', async () => {
  const { page } = camera
  await user.connectVirtual(page)
  await user.connectionSays(page, 'Ready')
  await user.runCommand(page, 'Sync folder with board')
  await button('Choose folder…').waitFor()
  await camera.photograph('sync-choose')
  await camera.app.chooseFolder(folder, () => button('Choose folder…').click())
  await button('Compare').click()
  await button(/^Sync \d/).click()
  await page.getByText(/Done at/).waitFor()
  put('main.py', '# main.py\nprint("second")\n')
  put('station.py', '# station.py, changed here\n')
  put('new.py', 'x = 1\n')
  await user.typeInTerminal(
    page,
    `print(open('/station.py', 'w').write('# by the board') + open('/log.csv', 'w').write('1,2'), 'written')\n`,
  )
  await user.terminalShows(page, /^17 written/m)
  await button('Compare again').click()
  await button(/^Sync \d/).waitFor()
  await camera.photograph('sync-plan')
  await button('Compare station.py').click()
  await page.getByRole('dialog').locator('.monaco-diff-editor .view-lines').first().waitFor()
  await camera.photograph('sync-compare', { layouts: ['full'] })
  await page.getByRole('dialog').getByRole('button', { name: 'To the board' }).click()
  await button(/^Sync \d/).click()
  await page.getByText(/Done at/).waitFor()
  await camera.photograph('sync-result')
})

it('history: the versions of a file, the whole board', async () => {
  const { page } = camera
  await user.rowAction(page, 'Board files', 'station.py', 'History…')
  await page.getByRole('listbox', { name: 'Versions' }).getByRole('option').nth(1).click()
  await page.locator('.history-diff .view-lines').first().waitFor()
  await camera.photograph('history-file')
  await button('Whole board').click()
  await page.getByRole('table', { name: 'The board as it was' }).waitFor()
  await camera.photograph('history-board')
})
