import { type AppError } from '../../shared/errors'
import type { NoticeAction } from '../stores/noticesStore'

/** What a notice says of a save that failed: what happened, why, and what to do. */
export interface SaveFailure {
  title: string
  text: string
  /** Which buttons help. */
  offers: readonly ('again' | 'computer' | 'large')[]
}

/** Words for a failed save of `path`; `board` is the board's name, or null for a file of the computer. */
export function saveFailure(error: AppError, path: string, board: string | null): SaveFailure {
  if (board === null) return { title: `${path} could not be saved.`, text: error.message, offers: ['again'] }
  switch (error.code) {
    case 'no-space': {
      const { needed, free } = error.details
      const sizes = typeof needed === 'number' && typeof free === 'number'
      return {
        title: sizes
          ? `${path} needs ${kilobytes(needed, Math.ceil)} KB; ${kilobytes(free, Math.floor)} KB are free.`
          : `${path} doesn’t fit on the board.`,
        text: 'The old copy stays until the new one is proven. Nothing changed.',
        offers: ['large', 'computer'],
      }
    }
    case 'hash-mismatch':
      return { title: 'The copy differs from yours.', text: `${path} still holds the old version.`, offers: ['again', 'computer'] }
    case 'port-gone':
      return {
        title: `${typeof error.details.board === 'string' ? error.details.board : board} vanished while saving ${path}.`,
        text: `${heldVersion(error)} Your text is kept here. Plug it in; Perfboard goes on by itself.`,
        offers: ['computer'],
      }
    case 'not-connected':
      return { title: `${path} was not saved: its board isn’t connected.`, text: 'Your text is kept here.', offers: ['computer'] }
    case 'watch-only':
      return {
        title: `${path} was not saved: Watch only is on.`,
        text: 'Watch only refuses everything that would disturb the board.',
        offers: ['computer'],
      }
    default:
      return { title: `${path} could not be saved.`, text: error.message, offers: ['again', 'computer'] }
  }
}

/** What the board holds after its port vanished in the middle. */
function heldVersion({ details: { holds } }: AppError): string {
  if (holds === 'old' || holds === 'new') return `It holds the ${holds} version.`
  return 'It holds the old version or the new one, whole; which of them is unknown.'
}

function kilobytes(bytes: number, round: (value: number) => number): number {
  return round(bytes / 1024)
}

/** The buttons of a failure. */
export function saveOffers(failure: SaveFailure, again: () => void, computer: () => void, large: () => void): NoticeAction[] {
  const actions = {
    again: { label: 'Try again', run: again },
    computer: { label: 'Save to computer', run: computer },
    large: { label: 'Show large files', run: large },
  }
  return failure.offers.map((offer) => actions[offer])
}
