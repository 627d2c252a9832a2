import { create } from 'zustand'

/** True while the words on how to rescue the shown board are open. */
export const useRescue = create<{ open: boolean }>(() => ({ open: false }))

export function openRescue(): void {
  useRescue.setState({ open: true })
}

export function closeRescue(): void {
  useRescue.setState({ open: false })
}
