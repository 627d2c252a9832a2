import { describe, expect, it } from 'vitest'
import { FlashError } from '../../../../main/virtual/flashError'
import { partsFile } from '../../../../main/virtual/parts/parts'
import { hex, partBench } from './partBench'

const nothing = (): void => undefined

describe('the file by which Python asks the parts', () => {
  const echo = new Map([[9, { answer: (request: Uint8Array) => request }]])

  it('gives each request its own answer, also when a callback asks between request and answer', () => {
    const file = partsFile(partBench(), echo, nothing)
    file.write(hex('09 01 02'))
    file.write(hex('09 03'))
    expect([file.read(8), file.read(8)]).toEqual([hex('03'), hex('')])
    expect([file.read(1), file.read(8), file.read(8)]).toEqual([hex('01'), hex('02'), hex('')])
  })

  it('forgets answers that nobody came for', () => {
    const file = partsFile(partBench(), echo, nothing)
    for (let i = 0; i < 50; i++) file.write(Uint8Array.of(9, i))
    const left = []
    for (;;) {
      const [answer] = file.read(8)
      if (answer === undefined) break
      left.push(answer)
      file.read(8)
    }
    expect(left).toEqual([49, 48, 47, 46, 45, 44, 43, 42])
  })

  it('has an error for a part that is not there', () => {
    expect(() => partsFile(partBench(), echo, nothing).write(hex('08'))).toThrow(FlashError)
  })
})
