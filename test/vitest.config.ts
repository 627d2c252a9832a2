import path from 'node:path'
import { defineConfig } from 'vitest/config'

const top = path.resolve(import.meta.dirname, '..')

/** Three suites with a budget each; the runner in scripts/test.mjs adds them up. */
export default defineConfig({
  root: top,
  test: {
    projects: [
      {
        root: top,
        test: {
          name: 'unit',
          include: ['test/{shared,main,renderer,architecture}/**/*.test.{ts,tsx}'],
          globalSetup: ['test/rig/buildOnce.ts'],
          testTimeout: 10_000,
        },
      },
      {
        root: top,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/rig/buildOnce.ts'],
          testTimeout: 30_000,
        },
      },
      {
        root: top,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 60_000, fileParallelism: false },
      },
    ],
  },
})
