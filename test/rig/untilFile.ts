import { existsSync, readFileSync } from 'node:fs'

/** How often a file is looked at: file watching does not see a file in a folder that is still to be made. */
const LOOK_EVERY_MS = 50

/** Waits until a file that another program writes has the pattern in it, and returns its text. */
export async function untilFile(file: string, pattern: RegExp, limitMs = 20_000): Promise<string> {
  const until = performance.now() + limitMs
  for (;;) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (pattern.test(text)) return text
    if (performance.now() > until) throw new Error(`${file} never came to say ${String(pattern)}:\n${text}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
