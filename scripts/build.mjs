// Builds the app into dist/: main process, worker, preload (esbuild) and the page (vite).
// `node scripts/build.mjs [main|renderer]` builds only that part.
import { build as esbuild } from 'esbuild'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const top = path.resolve(import.meta.dirname, '..')

/** What stays outside the bundles: it has native or WebAssembly files of its own, or is the runtime's. */
const external = ['electron', 'serialport', '@micropython/micropython-webassembly-pyscript', 'trash']

/** Bundles everything that runs in Node. Entries that don't exist are left out. */
export async function buildMain() {
  const entries = ['main/main.ts', 'main/serve.ts', 'main/cli.ts', 'main/virtual/boardWorker.ts']
    .map((file) => path.join(top, file))
    .filter((file) => fs.existsSync(file))
  const common = { bundle: true, platform: 'node', target: 'node20', sourcemap: 'linked', logLevel: 'warning', absWorkingDir: top }
  await esbuild({
    ...common,
    entryPoints: entries.map((file) => ({ in: file, out: path.basename(file, '.ts') })),
    outdir: path.join(top, 'dist/main'),
    format: 'esm',
    external,
    // Bundled CommonJS packages call require(); in an ES module they need one made for them.
    banner: { js: "import { createRequire as perfboardRequire } from 'node:module'; const require = perfboardRequire(import.meta.url);" },
  })
  const preload = path.join(top, 'preload/preload.ts')
  if (fs.existsSync(preload)) {
    await esbuild({ ...common, entryPoints: [preload], outfile: path.join(top, 'dist/preload/preload.cjs'), format: 'cjs', external: ['electron'] })
  }
}

/** Builds the page. */
export async function buildRenderer() {
  const { build } = await import('vite')
  await build({ configFile: path.join(top, 'renderer/vite.config.ts'), logLevel: 'warn' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const part = process.argv[2]
  if (part !== 'renderer') await buildMain()
  if (part !== 'main') await buildRenderer()
}
