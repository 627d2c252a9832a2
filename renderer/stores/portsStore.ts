import { create } from 'zustand'
import type { PortInfo } from '../../shared/board'

interface PortsState {
  ports: readonly PortInfo[]
  /** Path of the port that Connect opens. */
  selected: string | null
}

/** Ports as main lists them, and the one that is chosen. */
export const usePorts = create<PortsState>(() => ({ ports: [], selected: null }))
