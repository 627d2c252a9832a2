import { describe, expect, it } from 'vitest'
import { FlashError } from '../../../../main/virtual/flashError'
import { SettingsPart } from '../../../../main/virtual/parts/settingsPart'
import { SettingsStore } from '../../../../main/virtual/settingsStore'
import { temporaryFolder } from '../../../rig/temporaryFolder'

const GET_NUMBER = 0
const SET_NUMBER = 1
const GET_BYTES = 2
const SET_BYTES = 3
const ERASE = 4
const COMMIT = 5

function ask(part: SettingsPart, what: number, key: string, value: readonly number[] = [], namespace = 'ns'): number[] {
  const names = Buffer.from(namespace + key)
  return [...part.answer(Uint8Array.of(what, Buffer.byteLength(namespace), Buffer.byteLength(key), ...names, ...value))]
}

describe('the storage for settings', () => {
  it('gives back what was set, by namespace, key and kind', async () => {
    const part = new SettingsPart(new SettingsStore(await temporaryFolder()))
    expect(ask(part, SET_NUMBER, 'n', [0xfb, 0xff, 0xff, 0xff])).toEqual([0])
    expect(ask(part, SET_BYTES, 'b', [1, 2, 3])).toEqual([0])
    expect(ask(part, GET_NUMBER, 'n')).toEqual([0, 0xfb, 0xff, 0xff, 0xff])
    expect(ask(part, GET_BYTES, 'b')).toEqual([0, 1, 2, 3])
    expect(ask(part, GET_BYTES, 'n')).toEqual([1])
    expect(ask(part, GET_NUMBER, 'b')).toEqual([1])
    expect(ask(part, GET_NUMBER, 'n', [], 'other')).toEqual([1])
    expect(ask(part, ERASE, 'n')).toEqual([0])
    expect(ask(part, ERASE, 'n')).toEqual([1])
    expect(ask(part, GET_NUMBER, 'n')).toEqual([1])
  })

  it('forgets at a reset what was not committed', async () => {
    const folder = await temporaryFolder()
    const part = new SettingsPart(new SettingsStore(folder))
    ask(part, SET_BYTES, 'kept', [7])
    ask(part, COMMIT, '')
    ask(part, SET_BYTES, 'lost', [8])
    ask(part, ERASE, 'kept')
    const after = new SettingsPart(new SettingsStore(folder))
    expect(ask(after, GET_BYTES, 'kept')).toEqual([0, 7])
    expect(ask(after, GET_BYTES, 'lost')).toEqual([1])
  })

  it('is as small as on a board: what does not fit changes nothing', async () => {
    const part = new SettingsPart(new SettingsStore(await temporaryFolder()))
    ask(part, SET_BYTES, 'b', [7])
    const tooMuch = Array.from({ length: 30_000 }, () => 1)
    expect(ask(part, SET_BYTES, 'b', tooMuch)).toEqual([2])
    expect(ask(part, SET_BYTES, 'c', tooMuch)).toEqual([2])
    expect(ask(part, GET_BYTES, 'b')).toEqual([0, 7])
    expect(ask(part, GET_BYTES, 'c')).toEqual([1])
    expect(ask(part, SET_BYTES, 'sixteen letters!', [1])).toEqual([3])
    expect(ask(part, SET_BYTES, 'fifteen letters', [1])).toEqual([0])
  })

  it('says that it failed when the computer refuses', () => {
    const part = new SettingsPart(new SettingsStore('/nonexistent/folder'))
    ask(part, SET_BYTES, 'b', [7])
    expect(() => ask(part, COMMIT, '')).toThrow(FlashError)
  })
})
