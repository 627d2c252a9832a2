/** Control characters, and what turns the direction of writing or hides itself. */
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** What a device says of itself, fit for a line: without control characters, cut to `most` characters; undefined when nothing is left. */
export function deviceText(text: string | undefined, most = 200): string | undefined {
  const kept = text?.replace(HARMFUL, '').trim().slice(0, most)
  return kept === '' ? undefined : kept
}
