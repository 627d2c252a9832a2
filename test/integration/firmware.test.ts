import { describe, expect, it, onTestFinished } from 'vitest'
import { readMounts } from '../../main/protocol/mounts'
import { askFingerprint, probe } from '../../main/protocol/probe'
import { RawRepl } from '../../main/protocol/rawRepl'
import { VirtualBoard } from '../../main/virtual/virtualBoard'
import { VirtualPort } from '../../main/virtual/virtualPort'
import { systemClock } from '../../shared/clock'
import { mpyFormat } from '../../shared/firmware'
import { temporaryFolder } from '../rig/temporaryFolder'
import { wireOf } from '../rig/transportWire'
import { workerPath } from '../rig/workerPath'

async function rawRepl(): Promise<RawRepl> {
  const board = new VirtualBoard({ folder: await temporaryFolder(), workerPath, clock: systemClock })
  const port = new VirtualPort(board, systemClock)
  onTestFinished(() => port.close())
  const wire = wireOf(port, systemClock)
  await port.open()
  return await RawRepl.enter(wire)
}

describe('the probe of real MicroPython', () => {
  it('learns what the transfers choose by', async () => {
    const firmware = await probe(await rawRepl())
    expect(firmware).toMatchObject({
      implementation: 'micropython',
      hasHash: true,
      hasFolders: true,
      hasCrc32: true,
      inflate: 'deflate',
      canDeflate: true,
      hasBinaryInput: true,
      hasBinaryOutput: true,
      hasKbdIntr: true,
      pasteMode: 'raw-paste',
      maxSize: '2147483647',
    })
    expect(mpyFormat(firmware.mpy ?? 0)).toEqual({ version: 6, subVersion: 3, architecture: '' })
    expect(firmware.osFunctions).toEqual(expect.arrayContaining(['ilistdir', 'stat', 'statvfs', 'rename']))
    expect(firmware.freeMemory).toBeGreaterThan(100_000)
  })

  it('is not led astray by names of the user’s, and leaves none behind', async () => {
    const repl = await rawRepl()
    await repl.exec('print = str = hasattr = Exception = sys = os = m = t = 1\nbefore = sorted(globals())')
    const [firmware, fingerprint] = [await probe(repl), await askFingerprint(repl)]
    expect(firmware.implementation).toBe('micropython')
    expect(fingerprint.text).toContain('v1.27.0')
    const { output } = await repl.exec("import builtins\nbuiltins.print(set(globals()) - set(before) - {'before', 'builtins'})")
    expect(Buffer.from(output).toString().trim()).toBe('set()')
  })

  it('finds the file systems with their space', async () => {
    const repl = await rawRepl()
    const mounts = await readMounts(repl, await probe(repl), new AbortController().signal)
    expect(mounts.map(({ path }) => path)).toEqual(['/'])
    expect(mounts[0]?.space.total).toBeGreaterThan(1_000_000)
  })

  it('has the same fingerprint after a soft reset', async () => {
    const repl = await rawRepl()
    const { text } = await askFingerprint(repl)
    await repl.softReset()
    expect((await askFingerprint(repl)).text).toBe(text)
  })
})
