import { expect, it, onTestFinished } from 'vitest'
import { BoardFiles } from '../../main/protocol/boardFiles'
import { probe } from '../../main/protocol/probe'
import { RawRepl } from '../../main/protocol/rawRepl'
import { SerialTransport } from '../../main/transport/serialTransport'
import type { Transport } from '../../main/transport/transport'
import { VirtualBoard } from '../../main/virtual/virtualBoard'
import { VirtualPort } from '../../main/virtual/virtualPort'
import { systemClock } from '../../shared/clock'
import { joinBoardToPty } from '../rig/boardOnPty'
import { temporaryFolder } from '../rig/temporaryFolder'
import { wireOf } from '../rig/transportWire'
import { workerPath } from '../rig/workerPath'

async function board(): Promise<VirtualBoard> {
  const virtual = new VirtualBoard({ folder: await temporaryFolder(), workerPath, clock: systemClock })
  onTestFinished(() => virtual.dispose())
  await virtual.powerOn()
  return virtual
}

async function filesOver(transport: Transport): Promise<{ repl: RawRepl; files: BoardFiles }> {
  const wire = wireOf(transport, systemClock)
  await transport.open()
  onTestFinished(() => transport.close())
  const repl = await RawRepl.enter(wire)
  return { repl, files: new BoardFiles(repl, await probe(repl)) }
}

it('keeps the old file whole when the cable is pulled in the middle of a save, and the next save tidies up', async () => {
  const virtual = await board()
  const cable = await joinBoardToPty(virtual, systemClock)
  onTestFinished(() => cable.dispose())
  const pulled = await filesOver(new SerialTransport(cable.path, { clock: systemClock }))
  await pulled.files.writeFile('/main.py', Buffer.from('old'))
  await expect(
    pulled.files.writeFile('/main.py', new Uint8Array(60_000).fill(7), {
      onProgress(done) {
        if (done > 0) void cable.vanish()
      },
    }),
  ).rejects.toMatchObject({ code: 'port-gone' })
  expect(await pulled.repl.leave()).toBe(false)

  const { files } = await filesOver(new VirtualPort(virtual, systemClock))
  expect(Buffer.from(await files.readFile('/main.py')).toString()).toBe('old')
  await files.writeFile('/main.py', Buffer.from('new'))
  expect(await files.list('/')).toEqual([{ name: 'main.py', path: '/main.py', kind: 'file', size: 3 }])
})

it('takes over a board that was left in the middle of a transfer', async () => {
  const virtual = await board()
  const port = new VirtualPort(virtual, systemClock)
  const first = wireOf(port, systemClock)
  await port.open()
  const repl = await RawRepl.enter(first)
  // Raw-paste begun, some code sent, and then the app is gone.
  await first.write(Buffer.from('\x05A\x01print('))
  await port.close()
  expect(repl.pasteMode).toBeUndefined()
  const { files } = await filesOver(new VirtualPort(virtual, systemClock))
  await files.writeFile('/after', Buffer.from('1'))
})
