/** Longer names are cut in the page; a hostile board may list names of any length. */
const MAX_SHOWN = 300
/** Marks that turn the direction of what follows: `gnp.py` behind such a mark reads `yp.png`. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A file's name as it may be drawn: not too long, and with marks that would make it look like another name replaced. */
export function shownName(name: string): string {
  return name.slice(0, MAX_SHOWN).replace(DIRECTION_MARKS, '\ufffd')
}
