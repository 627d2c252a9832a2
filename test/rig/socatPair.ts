import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/** Two pseudo-terminals, joined: what is written to one comes out of the other. */
export interface SocatPair {
  /** Paths of the two ends, for any program that opens serial ports. */
  a: string
  b: string
  /** Pulls the cable: both ends vanish while they are open. Resolves when the system has noticed. */
  vanish(): Promise<void>
  /** Stops the process and removes the folder. May be called twice, and after `vanish`. */
  dispose(): Promise<void>
}

/** Starts `socat` and waits for both ends (at most 5 s). The ends lie in a new folder, or in `at`, where an earlier pair may have been. */
export async function startSocatPair(at?: string): Promise<SocatPair> {
  const folder = at ?? (await mkdtemp(path.join(os.tmpdir(), 'perfboard-pty-')))
  const a = path.join(folder, 'a')
  const b = path.join(folder, 'b')
  const socat = spawn('socat', [`pty,raw,echo=0,link=${a}`, `pty,raw,echo=0,link=${b}`], { stdio: 'ignore' })
  const ended = endOf(socat)
  const failure = await Promise.race([ended.then((text) => new Error(`socat ended: ${text}`)), bothExist(a, b)])
  if (failure !== undefined) {
    if (at === undefined) await rm(folder, { recursive: true, force: true })
    throw failure
  }
  const vanish = async (): Promise<void> => {
    socat.kill('SIGKILL')
    await ended
  }
  return {
    a,
    b,
    vanish,
    async dispose() {
      await vanish()
      if (at === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Rejects after 5 s. Benches use this too, where there is no test runner to wait with. */
async function bothExist(a: string, b: string): Promise<undefined> {
  for (const end = performance.now() + 5_000; !(existsSync(a) && existsSync(b));) {
    if (performance.now() > end) throw new Error('socat made no ports')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(`code ${String(code)}, signal ${String(signal)}`))
  })
}
