import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { BoardMemoryStore } from '../../../main/settings/boardMemory'
import { JsonFile } from '../../../main/settings/jsonFile'
import { LayoutStore } from '../../../main/settings/layoutStore'
import { SettingsStore } from '../../../main/settings/settingsStore'
import { defaultLayout } from '../../../shared/layout'
import { SettingsPatch, defaultSettings } from '../../../shared/settings'
import { temporaryFolder } from '../../rig/temporaryFolder'

const Shape = z.object({ count: z.number().default(1) })

test('a damaged file costs its own settings only: it is kept aside and the defaults are used', async () => {
  const folder = await temporaryFolder()
  const place = path.join(folder, 'x.json')
  for (const damaged of ['{"count": 4', '{"count": "four"}', '']) {
    await writeFile(place, damaged)
    expect(await new JsonFile(place, Shape).read()).toEqual({ count: 1 })
    expect(await readFile(`${place}.bad`, 'utf8')).toBe(damaged)
  }
})

test('the last of many changes at once is the one that is kept, and no half file is left', async () => {
  const folder = await temporaryFolder()
  const file = new JsonFile(path.join(folder, 'deep/x.json'), Shape)
  await Promise.all(Array.from({ length: 50 }, (_unused, count) => file.write({ count })))
  expect(await file.read()).toEqual({ count: 49 })
  expect(await readdir(path.join(folder, 'deep'))).toEqual(['x.json'])
})

test('a failed write is told to its caller and does not block the next one', async () => {
  const folder = await temporaryFolder()
  const place = path.join(folder, 'x.json')
  await mkdir(place)
  const file = new JsonFile(place, Shape)
  await expect(file.write({ count: 2 })).rejects.toMatchObject({ code: 'EISDIR' })
  await expect(file.write({ count: 3 })).rejects.toMatchObject({ code: 'EISDIR' })
})

test('changing one setting leaves the others, is told to every window, and survives a restart', async () => {
  const place = path.join(await temporaryFolder(), 'settings.json')
  const store = new SettingsStore(place)
  await store.load()
  expect(store.get()).toEqual(defaultSettings)
  const told: string[] = []
  store.onChange(({ theme }) => told.push(theme))
  await store.update(SettingsPatch.parse({ editorFontSize: 20 }))
  await store.update(SettingsPatch.parse({ theme: 'dark' }))
  expect(told).toEqual(['system', 'dark'])
  const again = new SettingsStore(place)
  await again.load()
  expect(again.get()).toEqual({ ...defaultSettings, editorFontSize: 20, theme: 'dark' })
})

test('the questions of the first start are asked until they are answered, also when the answer changes nothing', async () => {
  const place = path.join(await temporaryFolder(), 'settings.json')
  const store = new SettingsStore(place)
  await store.load()
  expect(store.everSet).toBe(false)
  await store.update(SettingsPatch.parse({ language: 'system', theme: 'system', layout: 'full' }))
  expect(store.everSet).toBe(true)
  const again = new SettingsStore(place)
  await again.load()
  expect(again.everSet).toBe(true)
})

test('each window has its own layout, whatever its key is called', async () => {
  const folder = await temporaryFolder()
  const store = new LayoutStore(path.join(folder, 'layouts'))
  await store.save('../../escape', { ...defaultLayout, panelSize: 50 })
  await store.save('main', { ...defaultLayout, panelSize: 40 })
  const again = new LayoutStore(path.join(folder, 'layouts'))
  expect((await again.load('../../escape')).panelSize).toBe(50)
  expect((await again.load('main')).panelSize).toBe(40)
  expect(await again.load('new')).toEqual(defaultLayout)
  expect(await readdir(folder)).toEqual(['layouts'])
})

test('the answer for a board and its last listing are remembered, and one does not erase the other', async () => {
  const folder = await temporaryFolder()
  const store = new BoardMemoryStore(folder)
  expect(await store.get('usb:1')).toEqual({ greeting: 'ask', listings: [] })
  const listings = [{ path: '/', entries: [], listedAt: 5 }]
  await Promise.all([store.update('usb:1', { greeting: 'watch' }), store.update('usb:1', { listings })])
  expect(await new BoardMemoryStore(folder).get('usb:1')).toEqual({ greeting: 'watch', listings })
  expect(await new BoardMemoryStore(folder).get('usb:2')).toEqual({ greeting: 'ask', listings: [] })
})

test('what an older version of the app knew of a firmware is forgotten, and the answer for the board is not', async () => {
  const folder = await temporaryFolder()
  const store = new BoardMemoryStore(folder)
  await store.update('usb:1', { greeting: 'watch' })
  const [name = ''] = await readdir(folder)
  const file = path.join(folder, name)
  const written = await readFile(file, 'utf8')
  await writeFile(file, written.replace('"greeting"', '"firmware":{"fingerprint":"x","facts":{"version":1}},"greeting"'))
  expect(await new BoardMemoryStore(folder).get('usb:1')).toEqual({ greeting: 'watch', listings: [] })
})
