import { type AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
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
  if (board === null) return { title: t('{{path}} could not be saved.', { path }), text: error.message, offers: ['again'] }
  switch (error.code) {
    case 'no-space': {
      const { needed, free } = error.details
      const sizes = typeof needed === 'number' && typeof free === 'number'
      return {
        title: sizes
          ? t('{{path}} needs {{needed}} KB; {{free}} KB are free.', {
              path,
              needed: kilobytes(needed, Math.ceil),
              free: kilobytes(free, Math.floor),
            })
          : t('{{path}} doesn’t fit on the board.', { path }),
        text: t('The old copy stays until the new one is proven. Nothing changed.'),
        offers: ['large', 'computer'],
      }
    }
    case 'hash-mismatch':
      return {
        title: t('The copy differs from yours.'),
        text: t('{{path}} still holds the old version.', { path }),
        offers: ['again', 'computer'],
      }
    case 'port-gone':
      return {
        title: t('{{board}} vanished while saving {{path}}.', {
          board: typeof error.details.board === 'string' ? error.details.board : board,
          path,
        }),
        text: `${heldVersion(error)} ${t('Your text is kept here. Plug it in; Perfboard goes on by itself.')}`,
        offers: ['computer'],
      }
    case 'not-connected':
      return {
        title: t('{{path}} was not saved: its board isn’t connected.', { path }),
        text: t('Your text is kept here.'),
        offers: ['computer'],
      }
    case 'watch-only':
      return {
        title: t('{{path}} was not saved: Watch only is on.', { path }),
        text: t('Watch only refuses everything that would disturb the board.'),
        offers: ['computer'],
      }
    default:
      return { title: t('{{path}} could not be saved.', { path }), text: error.message, offers: ['again', 'computer'] }
  }
}

/** What the board holds after its port vanished in the middle. */
function heldVersion({ details: { holds } }: AppError): string {
  if (holds === 'old') return t('It holds the old version.')
  if (holds === 'new') return t('It holds the new version.')
  return t('It holds the old version or the new one, whole; which of them is unknown.')
}

function kilobytes(bytes: number, round: (value: number) => number): number {
  return round(bytes / 1024)
}

/** The buttons of a failure. */
export function saveOffers(failure: SaveFailure, again: () => void, computer: () => void, large: () => void): NoticeAction[] {
  const actions = {
    again: { label: t('Try again'), run: again },
    computer: { label: t('Save to computer'), run: computer },
    large: { label: t('Show large files'), run: large },
  }
  return failure.offers.map((offer) => actions[offer])
}
