import type { PlotView, ViewRequest } from './plotData'

/** Of the output, in order: bytes, a place where some are missing, a line of ours, the beginning of a run. */
export type OutputPiece = Uint8Array | 'gap' | 'line' | 'run'

/** What the page asks of the plot's worker. `channel` says whose output it is. */
export type ToWorker =
  /** Sent first: what numbers without a label are called, since the worker knows no languages. */
  | { type: 'unnamed'; name: string }
  | { type: 'output'; channel: string; id: number; pieces: readonly OutputPiece[]; fresh: boolean }
  | { type: 'clear'; channel: string }
  /** Answered at once, or when something has changed since the version that the page has. */
  | { type: 'view'; channel: string; version: number; request: ViewRequest }

/** What the worker answers. */
export type FromWorker =
  /** The output of that id has been read. */
  | { type: 'taken'; id: number }
  | { type: 'view'; channel: string; version: number; view: PlotView; /** What the view cost. */ milliseconds: number }
