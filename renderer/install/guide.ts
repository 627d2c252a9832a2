import type { BoardFamily } from '../../shared/waitingBoard'

/** One thing to do. */
export interface GuideStep {
  /** In English, marked for translation. `{{drive}}` is the drive's name. */
  text: string
  /** The same where the drive's name is not known. */
  anyDrive?: string
  /** What is typed or opened elsewhere, to be copied. `{{port}}` is the board's port. */
  copy?: string
  /** It brings the board into its bootloader: left out for a board that waits there already. */
  entersBootloader?: true
}

/** How MicroPython gets onto the boards of a family by hand. */
export interface Guide {
  family: BoardFamily
  /** The boards, in English, marked for translation. */
  boards: string
  steps: readonly GuideStep[]
  /** What becomes of the files on the board, in English, marked for translation. */
  files: string
  /** True when they are lost. */
  erases: boolean
  /** The drive's name, where all have the same. */
  drive?: string
}

/** Every release for every board, by MicroPython's own project. */
export const DOWNLOAD_PAGE = 'micropython.org/download'
