// The serving host's entry: the same services, with a browser as the window.
import path from 'node:path'
import { systemClock } from '../shared/clock'
import { AppError } from '../shared/errors'
import { logStrayErrors } from './host/strayErrors'
import { defaultUserData } from './serve/defaultUserData'
import { startServing } from './serve/serveHost'
import { parseServeOptions } from './serve/serveOptions'
import { buildServices } from './services'

async function main(): Promise<void> {
  const { port } = parseServeOptions(process.argv.slice(2))
  const services = await buildServices({
    userData: process.env.PERFBOARD_USER_DATA ?? defaultUserData(),
    workerPath: path.join(import.meta.dirname, 'boardWorker.js'),
    clock: systemClock,
    systemRoot: process.env.PERFBOARD_SYSTEM_ROOT,
  })
  logStrayErrors(services.log)
  const host = await startServing(services, { port, pageRoot: path.join(import.meta.dirname, '../renderer') })
  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    void host
      .close()
      .then(() => services.dispose())
      .then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
  console.log(`Perfboard: ${host.address}`)
}

main().catch((thrown: unknown) => {
  console.error(`Perfboard can’t serve: ${AppError.from(thrown).message}`)
  process.exit(1)
})
