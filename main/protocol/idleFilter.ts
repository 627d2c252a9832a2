import type { KnownPrompts } from './knownPrompts'

/** Longer than any run of repeated prompts that a ladder brings forth. */
const MOST_FOLLOWED = 512

/** Keeps back a line's end and the prompt as long as nothing else came: it would only double the prompt that stands on the screen already. */
export class IdleFilter {
  private kept: Uint8Array[] = []
  private text = ''
  private shown = false

  constructor(
    private readonly prompts: KnownPrompts,
    private readonly onOutput: ((bytes: Uint8Array) => void) | undefined,
  ) {}

  feed(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    if (!this.shown) {
      this.kept.push(bytes)
      this.text += String.fromCharCode(...bytes.subarray(0, MOST_FOLLOWED))
      if (this.text.length < MOST_FOLLOWED && this.isIdle()) return
    }
    this.show(this.shown ? bytes : undefined)
  }

  show(bytes: Uint8Array | undefined): void {
    this.shown = true
    for (const part of this.kept.splice(0)) this.onOutput?.(part)
    if (bytes !== undefined) this.onOutput?.(bytes)
  }

  /** True when anything was shown. */
  end(): boolean {
    return this.shown
  }

  private isIdle(): boolean {
    const repeats = this.prompts.all.map((prompt) => `\r\n${prompt}`)
    let rest = this.text
    for (
      let next = repeats.find((text) => rest.startsWith(text));
      next !== undefined;
      next = repeats.find((text) => rest.startsWith(text))
    ) {
      rest = rest.slice(next.length)
    }
    return repeats.some((text) => text.startsWith(rest))
  }
}
