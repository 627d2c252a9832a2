// Electron's entry: says where the parts of the built app lie, and starts it.
import path from 'node:path'
import { startElectronApp } from './electron/electronApp'

const built = path.join(import.meta.dirname, '..')

startElectronApp({
  preload: path.join(built, 'preload/preload.cjs'),
  page: path.join(built, 'renderer'),
  worker: path.join(import.meta.dirname, 'boardWorker.js'),
})
