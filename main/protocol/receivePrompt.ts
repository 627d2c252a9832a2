import { concat, indexOfBytes, textOf, utf8 } from './bytes'
import type { Wire } from './wire'

/** A banner, and whatever a background thread prints into it. */
const MAX_BANNER = 64 * 1024
/** A line without an end that stands still for this long behind Ctrl-B is the prompt. */
const QUIET_MS = 120
/** A prompt worth the name: printable, not only blanks, short. */
const PROMPT = /^(?=.*\S)[\x20-\x7e]{1,32}$/

/**
 * Ctrl-B was sent at a proven raw prompt: reads the banner up to and with the friendly prompt, whatever that looks like, and notes it.
 * False after `timeoutMs` without one. Throws `cancelled`, `port-gone`.
 */
export async function receivePrompt(
  { reader, clock, prompts }: Wire,
  options: { timeoutMs: number; signal?: AbortSignal },
): Promise<boolean> {
  const giveUpAt = clock.monotonic() + options.timeoutMs
  let seen: Uint8Array = new Uint8Array()
  for (;;) {
    const left = giveUpAt - clock.monotonic()
    if (left <= 0 || seen.length > MAX_BANNER) return false
    const wait = lastLine(seen) === undefined ? left : Math.min(left, QUIET_MS)
    const more = await reader.receiveAvailable(1, { timeoutMs: wait, signal: options.signal })
    if (more.length === 0) {
      const own = lastLine(seen)
      if (own !== undefined) prompts.note(own)
      return own !== undefined
    }
    seen = concat(concat(seen, more), reader.takeBuffered())
    for (const prompt of prompts.all) {
      const line = utf8(`\n${prompt}`)
      const at = indexOfBytes(seen, line)
      if (at < 0) continue
      reader.unread(seen.subarray(at + line.length))
      prompts.note(prompt)
      return true
    }
  }
}

/** What stands on a line without an end, where it may be a prompt. */
function lastLine(bytes: Uint8Array): string | undefined {
  const line = /\n([^\r\n]*)$/.exec(textOf(bytes.subarray(-256)))?.[1]
  return line !== undefined && PROMPT.test(line) ? line : undefined
}
