/** A fact of the window's size that changes, to be read and followed. Asked of the page only when it is used. */
class WindowSize {
  constructor(private readonly query: string) {}

  readonly matches = (): boolean => matchMedia(this.query).matches

  readonly subscribe = (changed: () => void): (() => void) => {
    const list = matchMedia(this.query)
    list.addEventListener('change', changed)
    return () => list.removeEventListener('change', changed)
  }
}

/** Too narrow for an explorer beside the editor: it is a drawer. */
export const NARROW = new WindowSize('(max-width: 999px)')

/** Too narrow for the lessons and the Board view beside the same editor. */
export const TIGHT = new WindowSize('(max-width: 859px)')

/** As low as a window is at 200% zoom: the panel gets half of what is left. */
export const LOW = new WindowSize('(max-height: 479px)')
