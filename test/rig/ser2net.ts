import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'

/** A serial port on the network, by the server that people use for that. */
export interface Ser2net {
  /** Names to open it by. */
  socket: string
  rfc2217: string
  /** Pulls the plug of the server: connections break. Resolves when it has ended. */
  kill(): Promise<void>
  /** Ends it and removes its files. */
  dispose(): Promise<void>
}

/** Starts `ser2net` in front of a device, on free ports of this computer; at most 5 s. Either port holds the device while somebody is connected. */
export async function startSer2net(device: string): Promise<Ser2net> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'perfboard-ser2net-'))
  const [plain, telnet] = [await freePort(), await freePort()]
  const config = path.join(folder, 'ser2net.yaml')
  const connection = (name: string, accepter: string): string =>
    `connection: &${name}\n  accepter: ${accepter}\n  connector: serialdev,${device},115200n81,local\n`
  const text = [
    '%YAML 1.1',
    '---',
    connection('plain', `tcp,127.0.0.1,${plain}`),
    connection('telnet', `telnet(rfc2217),tcp,127.0.0.1,${telnet}`),
  ]
  await writeFile(config, text.join('\n'))
  const server = spawn('ser2net', ['-n', '-u', '-c', config], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` },
  })
  const ended = endOf(server)
  const early = await Promise.race([ended.then((why) => new Error(`ser2net ended: ${why}`)), untilListening(telnet)])
  if (early !== undefined) {
    await rm(folder, { recursive: true, force: true })
    throw early
  }
  const kill = async (): Promise<void> => {
    server.kill('SIGKILL')
    await ended
  }
  return {
    socket: `socket://127.0.0.1:${plain}`,
    rfc2217: `rfc2217://127.0.0.1:${telnet}`,
    kill,
    async dispose() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A port of this computer on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}

/** Asks the system instead of connecting: a connection would hold the device for a while. */
async function untilListening(port: number): Promise<undefined> {
  const entry = new RegExp(`:${port.toString(16).toUpperCase().padStart(4, '0')} [0-9A-F]+:0000 0A `)
  await vi.waitUntil(async () => entry.test(await readFile('/proc/net/tcp', 'utf8')), { timeout: 5_000, interval: 20 })
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(`code ${String(code)}, signal ${String(signal)}`))
  })
}
