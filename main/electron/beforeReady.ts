// What Electron only allows before the app is ready, so it cannot wait for the bundle with the services to be read.
// Bundled to a small CommonJS file: an ES module would come too late in some ways of starting Electron.
import { app } from 'electron'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { registerPageScheme } from './pageProtocol'

if (process.env.PERFBOARD_USER_DATA !== undefined) app.setPath('userData', path.resolve(process.env.PERFBOARD_USER_DATA))
registerPageScheme()

// A second start only brings the first one's window forward.
if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  import(pathToFileURL(path.join(__dirname, '../main/main.js')).href).catch((thrown: unknown) => {
    process.stderr.write(`Perfboard can’t start: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`)
    app.exit(1)
  })
}
