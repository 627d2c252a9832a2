import { readdir } from 'node:fs/promises'

/** Devices and processes come and go while we look, and belong to others: what can't be read isn't there. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}
