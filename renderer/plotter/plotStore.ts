import { create } from 'zustand'
import { t } from '../../shared/language/language'
import { reportFailure } from '../stores/noticesStore'
import { PlotClient } from './plotClient'

/** How much of the data is shown: samples back from the end, or all. */
export const WINDOWS = [100, 500, 2_000, null] as const
export type PlotWindow = (typeof WINDOWS)[number]

interface PlotState {
  window: PlotWindow
  /** The sample after the last shown while paused, by channel. */
  pausedAt: Readonly<Record<string, number>>
  /** Names of the curves that the user has switched off. */
  hidden: readonly string[]
}

/** How this window's plotter stands. */
export const usePlot = create<PlotState>(() => ({ window: 500, pausedAt: {}, hidden: [] }))

let client: PlotClient | null = null

/** The page's one worker for plots, started at first use. */
export function plotClient(): PlotClient {
  client ??= new PlotClient((error) => reportFailure(t('The plotter stopped'), error))
  return client
}

/** Holds the view where it is; output goes on being collected. */
export function pausePlot(channel: string, samples: number): void {
  usePlot.setState((state) => ({ pausedAt: { ...state.pausedAt, [channel]: samples } }))
}

/** Shows the newest samples again. */
export function resumePlot(channel: string): void {
  usePlot.setState((state) => ({ pausedAt: Object.fromEntries(Object.entries(state.pausedAt).filter(([key]) => key !== channel)) }))
}

/** Forgets all samples of a channel. */
export function clearPlot(channel: string): void {
  plotClient().clear(channel)
  resumePlot(channel)
}

/** Shows or hides a curve. */
export function toggleSeries(name: string): void {
  usePlot.setState(({ hidden }) => ({ hidden: hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name] }))
}
