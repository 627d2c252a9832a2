import { create } from 'zustand'
import type { BoardFamily } from '../../shared/waitingBoard'

interface GuideState {
  /** Null while the guide is closed. */
  family: BoardFamily | null
  /** The id of the waiting board that it was opened for. */
  board: string | null
  /** The port of the board that it was opened for. */
  port: string | null
}

/** How MicroPython is installed by hand: for which boards it is shown. */
export const useGuide = create<GuideState>(() => ({ family: null, board: null, port: null }))

/** Shows how MicroPython is installed on boards of a family. */
export function openGuide(family: BoardFamily, of: { board?: string; port?: string | undefined } = {}): void {
  useGuide.setState({ family, board: of.board ?? null, port: of.port ?? null })
}

export function closeGuide(): void {
  useGuide.setState({ family: null, board: null, port: null })
}
