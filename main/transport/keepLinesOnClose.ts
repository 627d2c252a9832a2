import { execFile } from 'node:child_process'
import type { Clock } from '../../shared/clock'

const LIMIT_MS = 1_000

/**
 * Tells the system not to drop DTR when the port is closed, which would reset boards with an auto-reset circuit.
 * The binding's `hupcl: false` only doesn't ask for the hang-up, which is the system's default for USB ports; clearing the flag takes `stty`.
 * To be called while the port is open. Resolves with whether it worked, within a second; a port without the flag works as before.
 */
export function keepLinesOnClose(path: string, clock: Clock, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform === 'win32') return Promise.resolve(true)
  return new Promise((resolve) => {
    const child = execFile('stty', [platform === 'darwin' ? '-f' : '-F', path, '-hupcl'], (error) => {
      timer.dispose()
      resolve(error === null)
    })
    const timer = clock.after(LIMIT_MS, () => {
      child.kill('SIGKILL')
      resolve(false)
    })
  })
}
