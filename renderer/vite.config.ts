import react from '@vitejs/plugin-react'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/** Monaco's own words in our languages, as plain scripts that main puts before the page's modules (main/host/pageLanguage.ts). */
const editorWords: Plugin = {
  name: 'editor words',
  generateBundle() {
    const find = createRequire(import.meta.url)
    for (const language of ['de']) {
      const source = fs.readFileSync(find.resolve(`monaco-editor/nls/lang/${language}.js`))
      this.emitFile({ type: 'asset', fileName: `words/${language}.js`, source })
    }
  },
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), editorWords],
  build: {
    outDir: path.resolve(import.meta.dirname, '../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    chunkSizeWarningLimit: 6000,
    sourcemap: false,
  },
  worker: { format: 'es' },
})
