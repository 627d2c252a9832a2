import { create } from 'zustand'
import type { WaitingBoard } from '../../shared/waitingBoard'

interface WaitingState {
  boards: readonly WaitingBoard[]
}

/** Boards that wait in their bootloader, as main reports them. */
export const useWaiting = create<WaitingState>(() => ({ boards: [] }))
