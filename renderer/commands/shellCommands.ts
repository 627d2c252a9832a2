import { t, text } from '../../shared/language/language'
import { showBoardDetails } from '../actions/boardDetailsActions'
import { connectSelected, disconnect, getPrompt, justWatch, keepAsMonitor, setWatchOnly } from '../actions/connectionActions'
import { activeText } from '../actions/documentActions'
import { openGuideForBoard } from '../actions/guideActions'
import { rescue } from '../actions/rescueActions'
import { hardReset, runActive, softReset, stop } from '../actions/runActions'
import { hardResetReason, jobReason, monitorReason, promptReason, runReason, stopRole } from '../connection/availability'
import { showWelcome } from '../editor/openTabs'
import {
  focusPanel,
  hideAside,
  isAsideShown,
  isExplorerShown,
  isPanelShown,
  showAside,
  toggleExplorer,
  togglePanel,
} from '../layout/layoutActions'
import { openLessons } from '../lessons/lessonActions'
import { useLayout } from '../stores/layoutStore'
import { openRescue } from '../stores/rescueStore'
import { activeSession } from '../stores/sessionsStore'
import { updateSettings, useSettings } from '../stores/settingsStore'
import { openPicker, useShell } from '../stores/shellStore'
import type { Command } from './registry'

const isOpen = (): boolean => (activeSession()?.state.kind ?? 'closed') !== 'closed'
const needsOpen = (): string | null => (isOpen() ? null : t('No board is connected.'))

const runCommands: readonly Command[] = [
  {
    id: 'run.run',
    title: text('Run'),
    menu: 'Run',
    group: '1 run',
    keys: 'F5',
    unavailable: () => runReason(activeSession(), activeText() !== null),
    run: runActive,
  },
  {
    id: 'run.stop',
    title: text('Stop'),
    menu: 'Run',
    group: '1 run',
    keys: 'Shift+F5|Ctrl+F2',
    unavailable: () => stopRole(activeSession()).reason,
    run: stop,
  },
]

const boardCommands: readonly Command[] = [
  { id: 'board.choose', title: text('Choose board…'), menu: 'Board', group: '1 connection', keys: 'Ctrl+Shift+B', run: openPicker },
  {
    id: 'board.connect',
    title: text('Connect'),
    menu: 'Board',
    group: '1 connection',
    unavailable: () => (isOpen() ? t('The board is connected already.') : null),
    run: connectSelected,
  },
  { id: 'board.disconnect', title: text('Disconnect'), menu: 'Board', group: '1 connection', unavailable: needsOpen, run: disconnect },
  {
    id: 'board.getPrompt',
    title: text('Get the prompt'),
    menu: 'Board',
    group: '2 prompt',
    unavailable: () => promptReason(activeSession()),
    run: getPrompt,
  },
  { id: 'board.justWatch', title: text('Just watch'), menu: 'Board', group: '2 prompt', unavailable: needsOpen, run: justWatch },
  {
    id: 'board.monitor',
    title: text('Serial monitor'),
    menu: 'Board',
    group: '2 prompt',
    unavailable: () => monitorReason(activeSession()),
    checked: () => activeSession()?.greeting === 'monitor',
    run: () => (activeSession()?.greeting === 'monitor' ? justWatch() : keepAsMonitor()),
  },
  {
    id: 'board.watchOnly',
    title: text('Watch only'),
    menu: 'Board',
    group: '2 watch only',
    unavailable: needsOpen,
    checked: () => activeSession()?.watchOnly === true,
    run: () => setWatchOnly(activeSession()?.watchOnly !== true),
  },
  {
    id: 'board.softReset',
    title: text('Soft reset'),
    menu: 'Board',
    group: '3 reset',
    keys: 'Ctrl+Shift+F5',
    unavailable: () => jobReason(activeSession()),
    run: softReset,
  },
  {
    id: 'board.hardReset',
    title: text('Hard reset'),
    menu: 'Board',
    group: '3 reset',
    unavailable: () => hardResetReason(activeSession()),
    run: hardReset,
  },
  {
    id: 'board.catch',
    title: text('Catch at boot'),
    menu: 'Board',
    group: '3 reset',
    unavailable: () => promptReason(activeSession()),
    run: () => rescue('catch'),
  },
  { id: 'board.rescue', title: text('How to rescue this board'), menu: 'Board', group: '3 reset', unavailable: needsOpen, run: openRescue },
  {
    id: 'board.details',
    title: text('Board information'),
    menu: 'Board',
    group: '4 install',
    unavailable: () => jobReason(activeSession()),
    run: showBoardDetails,
  },
  { id: 'board.install', title: text('How to install MicroPython'), menu: 'Board', group: '4 install', run: openGuideForBoard },
]

const viewCommands: readonly Command[] = [
  {
    id: 'view.palette',
    title: text('Command palette…'),
    menu: 'View',
    group: '1 find',
    keys: 'Ctrl+Shift+P|F1',
    run: () => useShell.setState({ paletteOpen: true }),
  },
  {
    id: 'view.explorer',
    title: text('Explorer'),
    menu: 'View',
    group: '2 parts',
    keys: 'Ctrl+B',
    checked: isExplorerShown,
    run: toggleExplorer,
  },
  {
    id: 'view.panel',
    title: text('Panel'),
    menu: 'View',
    group: '2 parts',
    keys: 'Ctrl+J',
    checked: () => useLayout.getState().panelOpen,
    run: togglePanel,
  },
  {
    id: 'view.terminal',
    title: text('Terminal'),
    menu: 'View',
    group: '2 parts',
    keys: 'Ctrl+backquote',
    checked: () => isPanelShown('terminal'),
    run: () => focusPanel('terminal'),
  },
  {
    id: 'view.plotter',
    title: text('Plotter'),
    menu: 'View',
    group: '2 parts',
    checked: () => isPanelShown('plotter'),
    run: () => focusPanel('plotter'),
  },
  {
    id: 'view.problems',
    title: text('Problems'),
    menu: 'View',
    group: '2 parts',
    keys: 'Ctrl+Shift+M',
    checked: () => isPanelShown('problems'),
    run: () => focusPanel('problems'),
  },
  {
    id: 'view.boardView',
    title: text('Board view'),
    menu: 'View',
    group: '2 parts',
    checked: () => isAsideShown('board'),
    run: () => (isAsideShown('board') ? hideAside() : showAside('board')),
  },
  {
    id: 'view.variables',
    title: text('Variables'),
    menu: 'View',
    group: '2 parts',
    checked: () => isAsideShown('variables'),
    run: () => (isAsideShown('variables') ? hideAside() : showAside('variables')),
  },
  { id: 'view.log', title: text('Log'), menu: 'View', group: '2 parts', checked: () => isPanelShown('log'), run: () => focusPanel('log') },
  {
    id: 'view.simple',
    title: text('Simple layout'),
    menu: 'View',
    group: '3 layout',
    checked: () => useSettings.getState().layout === 'simple',
    run: () => updateSettings({ layout: 'simple' }),
  },
  {
    id: 'view.full',
    title: text('Full layout'),
    menu: 'View',
    group: '3 layout',
    checked: () => useSettings.getState().layout === 'full',
    run: () => updateSettings({ layout: 'full' }),
  },
  {
    id: 'view.dark',
    title: text('Theme: Dark'),
    menu: 'View',
    group: '4 theme',
    checked: () => useSettings.getState().theme === 'dark',
    run: () => updateSettings({ theme: 'dark' }),
  },
  {
    id: 'view.light',
    title: text('Theme: Light'),
    menu: 'View',
    group: '4 theme',
    checked: () => useSettings.getState().theme === 'light',
    run: () => updateSettings({ theme: 'light' }),
  },
  {
    id: 'view.system',
    title: text('Theme: As the system'),
    menu: 'View',
    group: '4 theme',
    checked: () => useSettings.getState().theme === 'system',
    run: () => updateSettings({ theme: 'system' }),
  },
  { id: 'view.zoomIn', title: text('Larger text'), menu: 'View', group: '5 zoom', keys: 'Ctrl+plus|Ctrl+=', run: () => zoom(1) },
  { id: 'view.zoomOut', title: text('Smaller text'), menu: 'View', group: '5 zoom', keys: 'Ctrl+minus', run: () => zoom(-1) },
  {
    id: 'view.wordWrap',
    title: text('Word wrap'),
    menu: 'View',
    group: '5 word wrap',
    keys: 'Alt+Z',
    checked: () => useSettings.getState().wordWrap,
    run: () => updateSettings({ wordWrap: !useSettings.getState().wordWrap }),
  },
]

const otherCommands: readonly Command[] = [
  {
    id: 'app.settings',
    title: text('Settings…'),
    menu: 'File',
    group: '9 settings',
    keys: 'Ctrl+comma',
    run: () => useShell.setState({ settingsOpen: true }),
  },
  { id: 'help.welcome', title: text('Welcome'), menu: 'Help', group: '1 help', run: showWelcome },
  {
    id: 'help.firstSteps',
    title: text('First steps'),
    menu: 'Help',
    group: '1 help',
    checked: () => useLayout.getState().lessonsOpen,
    run: () => openLessons(),
  },
  { id: 'help.keys', title: text('Keys'), menu: 'Help', group: '1 help', run: () => useShell.setState({ keysOpen: true }) },
]

/** The shell's own commands; the other parts add theirs. */
export const shellCommands: readonly Command[] = [...otherCommands, ...viewCommands, ...runCommands, ...boardCommands]

const LEAST_FONT = 8
const LARGEST_FONT = 40

function zoom(step: number): void {
  const { editorFontSize, terminalFontSize } = useSettings.getState()
  const within = (size: number): number => Math.min(LARGEST_FONT, Math.max(LEAST_FONT, size + step))
  updateSettings({ editorFontSize: within(editorFontSize), terminalFontSize: within(terminalFontSize) })
}
