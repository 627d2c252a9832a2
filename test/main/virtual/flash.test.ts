import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { BLOCKS, BLOCK_BYTES, Flash } from '../../../main/virtual/flash'
import { FlashError } from '../../../main/virtual/flashError'
import { FlashStore } from '../../../main/virtual/flashStore'
import { temporaryFolder } from '../../rig/temporaryFolder'

function flashIn(folder: string): Flash {
  return new Flash(new FlashStore(folder))
}

function write(flash: Flash, name: string, text: string): void {
  const file = flash.createFile(name, '/')
  flash.resize(file, text.length)
  file.data.set(new TextEncoder().encode(text))
  flash.commit(file)
}

function read(flash: Flash, name: string): string {
  const node = flash.find(name, '/')
  if (node.kind !== 'file') throw new Error(`${name} is a folder`)
  return new TextDecoder().decode(node.data.subarray(0, node.size))
}

function errnoOf(work: () => void): number {
  try {
    work()
  } catch (error) {
    if (error instanceof FlashError) return error.errno
    throw error
  }
  return 0
}

describe('the flash', () => {
  it('gives all of its room back when everything is removed', async () => {
    const flash = flashIn(await temporaryFolder())
    const before = flash.freeBlocks
    flash.createFolder('d', '/')
    write(flash, 'd/a', 'x'.repeat(3 * BLOCK_BYTES + 1))
    write(flash, 'b', '')
    expect(before - flash.freeBlocks).toBe(2 + 4 + 1)
    flash.rename('d/a', 'b', '/')
    flash.removeFile('b', '/')
    flash.removeFolder('d', '/')
    expect(flash.freeBlocks).toBe(before)
  })

  it('counts the same after it was loaded again', async () => {
    const folder = await temporaryFolder()
    const flash = flashIn(folder)
    flash.createFolder('d', '/')
    write(flash, 'd/a', 'x'.repeat(10_000))
    expect(flashIn(folder).freeBlocks).toBe(flash.freeBlocks)
  })

  it('refuses what does not fit, and leaves the file as it was', async () => {
    const flash = flashIn(await temporaryFolder())
    write(flash, 'a', 'whole')
    const file = flash.find('a', '/')
    if (file.kind !== 'file') throw new Error('a is a folder')
    expect(errnoOf(() => flash.resize(file, BLOCKS * BLOCK_BYTES))).toBe(28)
    expect(read(flash, 'a')).toBe('whole')
  })

  it('fills with zeros what a seek left out, also where longer content had been', async () => {
    const flash = flashIn(await temporaryFolder())
    write(flash, 'a', 'secret')
    const file = flash.find('a', '/')
    if (file.kind !== 'file') throw new Error('a is a folder')
    flash.resize(file, 0)
    flash.resize(file, 6)
    expect(read(flash, 'a')).toBe('\0'.repeat(6))
  })

  it('takes a path for data: it leads nowhere outside', async () => {
    const folder = await temporaryFolder()
    const flash = flashIn(path.join(folder, 'flash'))
    write(flash, '../../x', 'inside')
    expect(read(flash, '/x')).toBe('inside')
    expect(fs.readdirSync(folder)).toEqual(['flash'])
  })

  it('keeps the old content when the app dies between writing and switching over', async () => {
    const folder = await temporaryFolder()
    const flash = flashIn(folder)
    write(flash, 'a', 'old')
    const store = new FlashStore(folder)
    const file = new Flash(store).find('a', '/')
    if (file.kind !== 'file') throw new Error('a is a folder')
    file.data = new TextEncoder().encode('new')
    store.saveContent(file) // and then nothing more
    expect(read(flashIn(folder), 'a')).toBe('old')
    expect(fs.readdirSync(path.join(folder, 'files'))).toHaveLength(1)
  })

  it('keeps all content when the index is damaged: what has lost its name gets another', async () => {
    const folder = await temporaryFolder()
    write(flashIn(folder), 'a', 'precious')
    fs.writeFileSync(path.join(folder, 'index.json'), '{"entries":[{"path":["a"],"modified":0,"blob":"../../etc/passwd"}]}')
    const store = new FlashStore(folder)
    const flash = new Flash(store)
    expect(store.damage).toContain('lost+found')
    expect(errnoOf(() => flash.find('a', '/'))).toBe(2)
    const [blob = ''] = fs.readdirSync(path.join(folder, 'files'))
    expect(read(flash, `lost+found/${blob}`)).toBe('precious')
    expect(read(flashIn(folder), `lost+found/${blob}`)).toBe('precious')
  })

  it('goes on without a file whose content is gone from the computer, and names it', async () => {
    const folder = await temporaryFolder()
    const flash = flashIn(folder)
    write(flash, 'a', 'gone')
    const [blob = ''] = fs.readdirSync(path.join(folder, 'files'))
    write(flash, 'b', 'here')
    fs.rmSync(path.join(folder, 'files', blob))
    const store = new FlashStore(folder)
    expect(read(new Flash(store), 'b')).toBe('here')
    expect(store.damage).toContain('Lost: /a.')
    const again = new FlashStore(folder)
    again.load()
    expect(again.damage).toBeUndefined()
  })

  it('says EIO when the computer cannot save', async () => {
    const folder = await temporaryFolder()
    const flash = flashIn(folder)
    fs.rmSync(path.join(folder, 'files'), { recursive: true })
    expect(errnoOf(() => write(flash, 'a', 'x'))).toBe(5)
  })
})
