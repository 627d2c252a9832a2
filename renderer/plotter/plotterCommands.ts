import { t, text } from '../../shared/language/language'
import type { Disposable } from '../../shared/lifecycle'
import { registerCommands } from '../commands/registry'
import { activeChannel } from '../terminal/channels'
import { clearPlot } from './plotStore'

/** What can be asked of the plotter from the palette. */
export function registerPlotterCommands(): Disposable {
  return registerCommands([
    {
      id: 'plotter.clear',
      title: text('Clear plotter'),
      unavailable: () => (activeChannel() === null ? t('No board has been connected yet') : null),
      run: () => {
        const channel = activeChannel()
        if (channel !== null) clearPlot(channel)
      },
    },
  ])
}
