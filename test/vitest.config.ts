import fs from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const top = path.resolve(import.meta.dirname, '..')

/** Python modules of the virtual board are imported as text. */
const pythonTexts = {
  name: 'python texts',
  enforce: 'pre' as const,
  load: (id: string) => (id.endsWith('.py') ? `export default ${JSON.stringify(fs.readFileSync(id, 'utf8'))}` : null),
}

/** Three suites with a budget each, which the runner in scripts/test.mjs adds up; and the screenshots, which are for people to look at. */
export default defineConfig({
  root: top,
  test: {
    projects: [
      {
        root: top,
        plugins: [pythonTexts],
        test: {
          name: 'unit',
          include: ['test/{shared,main,renderer,architecture}/**/*.test.{ts,tsx}'],
          globalSetup: ['test/rig/buildOnce.ts'],
          testTimeout: 10_000,
          maxWorkers: '100%',
        },
      },
      {
        root: top,
        plugins: [pythonTexts],
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/rig/buildOnce.ts'],
          testTimeout: 30_000,
          maxWorkers: '100%',
        },
      },
      {
        root: top,
        plugins: [pythonTexts],
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: ['test/rig/buildOnce.ts'],
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        root: top,
        plugins: [pythonTexts],
        test: {
          name: 'screenshots',
          include: ['test/screenshots/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        root: top,
        plugins: [pythonTexts],
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 60_000, fileParallelism: false },
      },
    ],
  },
})
