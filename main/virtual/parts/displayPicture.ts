/** Columns and rows of dots that the controller keeps. */
export const MEMORY_COLUMNS = 128
export const MEMORY_ROWS = 64

/** How the display's controller brings its memory to the glass. */
export interface PictureSetup {
  /** Rows that are driven, 16 to 64. */
  rows: number
  /** The row of the memory that is shown first. */
  startLine: number
  /** By how many rows all is moved. */
  offset: number
  /** Whether rows are driven from the last to the first: upright, as these displays are mounted. */
  upright: boolean
  /** Whether all dots light, whatever is in the memory. */
  full: boolean
}

/** Columns of the glass, by its rows: small displays use the middle of the memory's columns. */
const SMALL_GLASSES: ReadonlyMap<number, { width: number; column: number }> = new Map([
  [48, { width: 64, column: 32 }],
  [40, { width: 72, column: 28 }],
])
const FULL_GLASS = { width: MEMORY_COLUMNS, column: 0 }

/** What the eye sees of the memory: its size, and 8 dots a byte, one below the other, lowest bit on top. */
export function seenPicture(memory: Uint8Array, setup: PictureSetup): { width: number; height: number; dots: Uint8Array } {
  const { rows: height, full } = setup
  const { width, column } = SMALL_GLASSES.get(height) ?? FULL_GLASS
  const pages = Math.ceil(height / 8)
  const dots = new Uint8Array(width * pages)
  if (full) return { width, height, dots: dots.fill(0xff) }
  if (isStraight(setup)) {
    for (let page = 0; page < pages; page++) {
      const start = page * MEMORY_COLUMNS + column
      dots.set(memory.subarray(start, start + width), page * width)
    }
    return { width, height, dots }
  }
  for (let y = 0; y < height; y++) {
    const row = rowAt(y, setup)
    const source = (row >> 3) * MEMORY_COLUMNS + column
    const target = (y >> 3) * width
    for (let x = 0; x < width; x++) {
      const dot = ((memory[source + x] ?? 0) >> (row & 7)) & 1
      dots[target + x] = (dots[target + x] ?? 0) | (dot << (y & 7))
    }
  }
  return { width, height, dots }
}

/** Whether rows of the memory are rows of the glass, eight by eight: as most programs have it. */
function isStraight({ rows, startLine, offset, upright }: PictureSetup): boolean {
  return upright && rows % 8 === 0 && (startLine + offset) % MEMORY_ROWS === 0
}

/** The row of the memory that is seen at a height on the glass. */
function rowAt(y: number, { rows, startLine, offset, upright }: PictureSetup): number {
  const driven = upright ? y : rows - 1 - y
  return (driven + startLine + offset) % MEMORY_ROWS
}
