import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A new folder that is removed when the test has finished. Its path has no links in it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'perfboard-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
