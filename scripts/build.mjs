// Builds the app into dist/: main process, worker, preload (esbuild) and the page (vite).
// `node scripts/build.mjs [main|renderer|worker]` builds only that part.
import { build as esbuild } from 'esbuild'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const top = path.resolve(import.meta.dirname, '..')

/** What stays outside the bundles: it has native or WebAssembly files of its own, or is the runtime's. */
const external = ['electron', 'serialport', '@micropython/micropython-webassembly-pyscript', 'trash']

const boardWorker = 'main/virtual/boardWorker.ts'

/** Bundles everything that runs in Node. Entries that don't exist are left out. */
export async function buildMain(files = ['main/main.ts', 'main/serve.ts', 'main/cli.ts', boardWorker]) {
  const entries = files.map((file) => path.join(top, file)).filter((file) => fs.existsSync(file))
  const common = {
    bundle: true,
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    loader: { '.py': 'text' },
    logLevel: 'warning',
    absWorkingDir: top,
  }
  await esbuild({
    ...common,
    entryPoints: entries.map((file) => ({ in: file, out: path.basename(file, '.ts') })),
    outdir: path.join(top, 'dist/main'),
    format: 'esm',
    external,
    // Bundled CommonJS packages call require(); in an ES module they need one made for them.
    banner: { js: "import { createRequire as perfboardRequire } from 'node:module'; const require = perfboardRequire(import.meta.url);" },
  })
  if (!files.includes('main/main.ts')) return
  // Electron's sandbox loads a preload, and Electron itself an entry that must run before the app is ready, only as CommonJS.
  const script = { ...common, format: 'cjs', external: ['electron'] }
  await esbuild({ ...script, entryPoints: [path.join(top, 'preload/preload.ts')], outfile: path.join(top, 'dist/preload/preload.cjs') })
  await esbuild({
    ...script,
    entryPoints: [path.join(top, 'main/electron/beforeReady.ts')],
    outfile: path.join(top, 'dist/electron/main.cjs'),
  })
  writeElectronManifest()
}

/** Makes dist/electron an app folder of its own, so that `electron dist/electron` starts the same entry as the packaged app. */
function writeElectronManifest() {
  const { name, productName, version } = JSON.parse(fs.readFileSync(path.join(top, 'package.json'), 'utf8'))
  fs.writeFileSync(path.join(top, 'dist/electron/package.json'), JSON.stringify({ name, productName, version, main: 'main.cjs' }))
}

/** Builds the page. */
export async function buildRenderer() {
  const { build } = await import('vite')
  await build({ configFile: path.join(top, 'renderer/vite.config.ts'), logLevel: 'warn' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const part = process.argv[2]
  if (part === 'worker') await buildMain([boardWorker])
  else if (part !== 'renderer') await buildMain()
  if (part === undefined || part === 'renderer') await buildRenderer()
}
