import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { type Disposable, toDisposable } from '../../shared/lifecycle'

/**
 * Makes sure that only one process at a time works in a folder, as long as the result is not disposed. It is a socket that nobody talks
 * to: the system closes it when the process ends, however that happens. Rejects with `port-busy` when
 * another process is there; `what` names the thing for the message.
 */
export async function lockFolder(folder: string, what = t('The folder')): Promise<Disposable> {
  const name = socketName(folder)
  try {
    return await listen(name)
  } catch (error) {
    if (!isInUse(error)) throw error
  }
  if (await answers(name)) throw new AppError('port-busy', t('{{what}} is in use by another Perfboard', { what }))
  fs.rmSync(name, { force: true }) // left behind by a process that was killed
  return listen(name)
}

function socketName(folder: string): string {
  // A hash, as the names of sockets are short.
  const hash = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16)
  return process.platform === 'win32' ? `\\\\.\\pipe\\perfboard-${hash}` : path.join(os.tmpdir(), `perfboard-${hash}.sock`)
}

function listen(name: string): Promise<Disposable> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen(name, () => {
      server.unref()
      resolve(toDisposable(() => server.close()))
    })
  })
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(name)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
