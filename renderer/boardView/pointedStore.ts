import { create } from 'zustand'

interface Pointed {
  pin: number | null
}

/** The pin whose part is under the pointer or has the focus: it is marked at the module, so that one sees where the part hangs. */
export const usePointed = create<Pointed>(() => ({ pin: null }))
