import { afterAll, beforeAll, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { makeUserData } from '../e2e/appWindow'
import * as user from '../e2e/user'
import { Camera, type CloseUp } from './camera'

let camera: Camera

const button = (name: string) => camera.page.getByRole('button', { name, exact: true })
const both = (name: string, control: Locator): CloseUp[] => [
  { name, control, by: 'pointer' },
  { name, control, by: 'keyboard' },
]

beforeAll(async () => {
  camera = await Camera.open(makeUserData())
  await camera.set({ theme: 'system' })
})
afterAll(() => camera.close())

it('the ways to begin, and why nothing can be done without a board', async () => {
  const welcome = camera.page.getByRole('region', { name: 'Editor' })
  await camera.closeUps('pointing-start', [
    ...both('way', welcome.getByRole('button', { name: /^Run blink/ })),
    ...both('lesson', welcome.getByRole('button', { name: /Read a sensor/ })),
    ...both('connect', button('Connect')),
    ...both('run-without-text', button('Run')),
    { name: 'stop-without-board', control: button('Stop'), by: 'pointer' },
    { name: 'reset-without-board', control: button('Soft reset'), by: 'keyboard' },
    { name: 'upload-without-file', control: button('Upload to board'), by: 'pointer' },
    {
      name: 'new-file-without-board',
      control: camera.page.getByRole('toolbar', { name: 'Board files actions' }).getByRole('button', { name: 'New file' }),
      by: 'pointer',
    },
  ])
})

it('toolbar, trees, tabs and panels', async () => {
  const { page } = camera
  await user.connectVirtual(page)
  await user.connectionSays(page, 'Ready')
  await user.makeFile(page, 'Board files', 'main.py')
  await user.rowAppears(page, 'Board files', 'main.py')
  await user.connectionSays(page, 'Ready')
  await user.makeFolder(page, 'Board files', 'lib')
  await user.runCommand(page, 'New file')
  await user.replaceText(page, 'for step in range(20):\n    print("step:%d half:%.1f" % (step, step / 2))\n')
  await page.keyboard.press('F5')
  await user.terminalShows(page, /Ended/)
  const tree = page.getByRole('treegrid', { name: 'Board files' })
  await camera.closeUps('pointing-shell', [
    ...both('board', page.getByRole('button', { name: /^Board:/ })),
    ...both('run', button('Run')),
    ...both('save', button('Save')),
    ...both('watch-only', button('Watch only')),
    ...both('menu', page.getByRole('menubar').getByRole('menuitem', { name: 'Edit' })),
    ...both('rail', button('Show problems')),
    ...both('row', tree.getByRole('row', { name: 'lib' })),
    ...both('row-selected', tree.getByRole('row', { name: 'main.py' })),
    ...both('tab', page.getByRole('tab', { name: 'main.py', exact: true })),
    ...both('tab-front', page.getByRole('tab', { name: 'untitled.py, unsaved' })),
    ...both('panel-tab', page.getByRole('tab', { name: 'Plotter' })),
    ...both('panel-tab-front', page.getByRole('tab', { name: 'Terminal' })),
    ...both('terminal-button', button('Scroll lock')),
    ...both('sash', page.getByRole('separator', { name: 'Height of the panel' })),
  ])
  await user.runCommand(page, 'Plotter')
  await camera.closeUps('pointing-plotter', [
    ...both('samples', page.getByRole('radio', { name: 'Last 500 samples' })),
    ...both('samples-all', page.getByRole('radio', { name: 'All samples' })),
    ...both('curve', page.getByRole('button', { name: /^half/ })),
    ...both('pause', button('Pause')),
  ])
})

it('the parts of the Board view', async () => {
  const view = camera.page.getByRole('region', { name: 'Board view' })
  await camera.closeUps('pointing-board', [
    ...both('button', view.getByRole('button', { name: /^Button A/ }).first()),
    ...both('hold', view.getByRole('button', { name: /^Hold/ }).first()),
    ...both('pins', view.getByRole('button', { name: 'All pins' })),
    ...both('wiring', view.getByRole('button', { name: 'Wiring' })),
  ])
  for (const name of ['Knob', 'Light', 'Temperature']) {
    const slider = view.getByRole('slider', { name: new RegExp(`^${name}`) })
    if ((await slider.count()) > 0)
      await camera.closeUps(`pointing-board-${name.toLowerCase()}`, [{ name, control: slider, by: 'keyboard' }])
  }
})

it('settings and questions', async () => {
  const { page } = camera
  await user.runCommand(page, 'Settings')
  const dialog = page.getByRole('dialog')
  await camera.closeUps('pointing-settings', [
    ...both('list', dialog.getByRole('combobox', { name: 'Theme' })),
    ...both('tick', dialog.getByRole('checkbox', { name: 'Word wrap' })),
    ...both('number', dialog.getByRole('textbox').first()),
    ...both('done', dialog.getByRole('button', { name: 'Done' })),
  ])
  await page.keyboard.press('Escape')
})
