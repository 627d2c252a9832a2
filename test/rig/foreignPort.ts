import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'

/** A serial port with something else than a board behind it: a program of the system. */
export interface ForeignPort {
  path: string
  dispose(): Promise<void>
}

/** Starts a program (no shell, no commas) behind a pseudo-terminal and waits for its port, at most 5 s. */
export async function startForeignPort(command: string): Promise<ForeignPort> {
  return await startIn(await mkdtemp(path.join(os.tmpdir(), 'perfboard-foreign-')), command)
}

/** A thing that says the same again and again, ten times a second, whatever is sent to it. */
export async function startRepeatingPort(text: string): Promise<ForeignPort> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'perfboard-foreign-'))
  const script = path.join(folder, 'talk')
  await writeFile(path.join(folder, 'text'), text, 'latin1')
  await writeFile(script, `#!/bin/sh\nwhile cat '${path.join(folder, 'text')}'; do sleep 0.1; done\n`)
  await chmod(script, 0o755)
  return await startIn(folder, script)
}

async function startIn(folder: string, command: string): Promise<ForeignPort> {
  const port = path.join(folder, 'port')
  const socat = spawn('socat', [`pty,raw,echo=0,link=${port}`, `EXEC:${command}`], { stdio: 'ignore' })
  const ended = new Promise((resolve) => {
    socat.once('exit', resolve)
    socat.once('error', resolve)
  })
  const dispose = async (): Promise<void> => {
    socat.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await vi.waitUntil(() => existsSync(port), { timeout: 5_000, interval: 5 })
  } catch (error) {
    await dispose()
    throw error
  }
  return { path: port, dispose }
}
