import path from 'node:path'

/** The virtual board's bundled worker, built before the suites by buildOnce. */
export const workerPath = path.resolve(import.meta.dirname, '../../dist/main/boardWorker.js')
