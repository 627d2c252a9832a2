import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionBench } from '../rig/sessionBench'
import { type Cable, serialCable } from '../rig/sessionCables'

const KEY = 'usb:2E8A:0005:E66'
/** What only the long scripts of the probe ask for. */
const PROBED = 'a2b_base64'
const PROBED_MORE = 'start_new_thread'

describe('a board that comes back', () => {
  let cable: Cable
  let bench: SessionBench

  beforeEach(async () => {
    cable = await serialCable()
    bench = cable.bench
    const session = await cable.openReady()
    await session.list('/', 'refuse')
    expect(bench.wire?.sent).toContain(PROBED)
    expect(bench.wire?.sent).toContain(PROBED_MORE)
    await session.close()
  })

  afterEach(() => cable.dispose())

  it('is not asked again what its firmware can do', async () => {
    const session = await cable.openReady()
    await session.list('/', 'refuse')
    expect(bench.wire?.sent).not.toContain(PROBED)
    expect(session.snapshot().board).toMatchObject({ implementation: 'micropython', version: '1.27.0', hasHash: true })
    await session.writeFile('/main.py', new TextEncoder().encode('print(1)\n'), 'refuse')
    expect(bench.wire?.sent).not.toContain(PROBED_MORE)
    await cable.pull()
    await bench.reach(session, 'lost')
    await cable.plugIn()
    await bench.shows(/\[Back \d+:\d\d\]/)
    await session.list('/', 'stop')
    expect(bench.wire?.sent).not.toContain(PROBED)
  })

  it('with another firmware is asked anew: nothing that was remembered is believed', async () => {
    const memory = bench.memories.get(KEY)
    if (memory?.firmware === undefined) throw new Error('nothing was kept')
    const stale = {
      fingerprint: `${memory.firmware.fingerprint} `,
      facts: { ...memory.firmware.facts, version: '1.9.2', hasRename: false },
    }
    bench.memories.set(KEY, { ...memory, firmware: stale })
    const session = await cable.openReady()
    await session.list('/', 'refuse')
    expect(bench.wire?.sent).toContain(PROBED)
    expect(session.snapshot().board).toMatchObject({ version: '1.27.0', hasRename: true })
    expect(bench.memories.get(KEY)?.firmware).toEqual(memory.firmware)
  })
})
