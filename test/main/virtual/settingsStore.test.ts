import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SettingsStore } from '../../../main/virtual/settingsStore'
import { temporaryFolder } from '../../rig/temporaryFolder'

describe('settings of programs', () => {
  it('come back as they were saved, whatever their names are', async () => {
    const store = new SettingsStore(await temporaryFolder())
    expect(store.load()).toEqual(new Map())
    const settings = new Map([
      [
        'wifi',
        new Map<string, number | Uint8Array>([
          ['__proto__', -5],
          ['ü/..\0', Uint8Array.of(0, 255, 10)],
        ]),
      ],
      ['empty', new Map<string, number | Uint8Array>()],
    ])
    store.save(settings)
    expect(store.load()).toEqual(settings)
  })

  it('are kept aside, not thrown away, when the file is damaged', async () => {
    const folder = await temporaryFolder()
    for (const text of ['{', '[1]', '[["a",[["b",null]]]]', '{"a":1}']) {
      fs.writeFileSync(path.join(folder, 'settings.json'), text)
      expect(new SettingsStore(folder).load()).toEqual(new Map())
      const aside = fs.readdirSync(folder).filter((name) => name.startsWith('settings-damaged-'))
      expect(aside.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))).toEqual([text])
      for (const name of aside) fs.rmSync(path.join(folder, name))
    }
  })

  it('are still those from before when saving breaks off', async () => {
    const folder = await temporaryFolder()
    const store = new SettingsStore(folder)
    store.save(new Map([['a', new Map([['b', 1]])]]))
    fs.mkdirSync(path.join(folder, 'settings.json.new'))
    expect(() => {
      store.save(new Map([['a', new Map([['b', 2]])]]))
    }).toThrow()
    expect(store.load().get('a')?.get('b')).toBe(1)
  })
})
