import { create } from 'zustand'
import type { BoardDetails } from '../../shared/boardDetails'

/** What a board has told of itself, while it is shown; null while nothing is. */
export const useBoardDetails = create<{ board: string; details: BoardDetails | null }>(() => ({ board: '', details: null }))

export function closeBoardDetails(): void {
  useBoardDetails.setState({ details: null })
}
