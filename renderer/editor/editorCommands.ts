import { t, text } from '../../shared/language/language'
import type { Disposable } from '../../shared/lifecycle'
import { runAtPowerUp, uploadActive } from '../actions/boardFileActions'
import { closeDocument, newDocument, save, saveAll, saveAs } from '../actions/documentActions'
import { closeFolder, openFile, openFolder } from '../actions/workspaceActions'
import { type Command, registerCommands } from '../commands/registry'
import { jobReason } from '../connection/availability'
import { activeDocument, useDocuments } from '../stores/documentsStore'
import { useLayout } from '../stores/layoutStore'
import { activeSession } from '../stores/sessionsStore'
import { runInEditor } from './currentEditor'
import { showTab } from './openTabs'
import { neighbour } from './tabOrder'

const needsText = (): string | null => {
  const document = activeDocument()
  if (document === null) return t('No file is open.')
  return document.status === 'text' ? null : t('{{name}} has no text that could be used.', { name: document.name })
}
const needsTab = (): string | null => (useDocuments.getState().active === null ? t('No file is open.') : null)
const needsBoard = (): string | null => needsText() ?? jobReason(activeSession())

function step(by: number): void {
  const id = neighbour(useDocuments.getState(), by)
  if (id !== null) showTab(id)
}

async function saveActive(): Promise<void> {
  await save()
}

async function saveActiveAs(): Promise<void> {
  await saveAs()
}

async function closeAll(): Promise<void> {
  for (const id of useDocuments.getState().order) if (!(await closeDocument(id))) return
}

const OTHER_ON_MACOS: ReadonlySet<string> = new Set(['Ctrl+H', 'Ctrl+G'])

/** Keys of these are the editor's own; here they are for the menu and the palette. */
const editCommands: Command[] = (
  [
    ['undo', text('Undo'), 'undo', '1 undo', 'Ctrl+Z'],
    ['redo', text('Redo'), 'redo', '1 undo', 'Ctrl+Shift+Z'],
    ['find', text('Find'), 'actions.find', '2 find', 'Ctrl+F'],
    ['replace', text('Replace'), 'editor.action.startFindReplaceAction', '2 find', 'Ctrl+H'],
    ['goToLine', text('Go to line…'), 'editor.action.gotoLine', '2 find', 'Ctrl+G'],
    ['comment', text('Comment lines'), 'editor.action.commentLine', '3 lines', 'Ctrl+/'],
    ['selectAll', text('Select all'), 'editor.action.selectAll', '3 lines', 'Ctrl+A'],
  ] as const
).map(([id, title, action, group, keys]) => ({
  id: `edit.${id}`,
  title,
  menu: 'Edit',
  group,
  keys,
  editorKeys: OTHER_ON_MACOS.has(keys) ? 'not on macOS' : 'everywhere',
  unavailable: needsText,
  run: () => runInEditor(action),
}))

/** Registers what the editor and the explorer offer to the palette, the menus and the keys. */
export function registerEditorCommands(): Disposable {
  return registerCommands([
    { id: 'file.new', title: text('New file'), menu: 'File', group: '1 new', keys: 'Ctrl+N', run: () => void newDocument() },
    { id: 'file.open', title: text('Open file…'), menu: 'File', group: '1 new', keys: 'Ctrl+O', run: openFile },
    { id: 'file.openFolder', title: text('Open folder…'), menu: 'File', group: '1 new', run: openFolder },
    {
      id: 'file.closeFolder',
      title: text('Close folder'),
      menu: 'File',
      group: '1 new',
      unavailable: () => (useLayout.getState().folder === null ? t('No folder is open.') : null),
      run: closeFolder,
    },
    { id: 'file.save', title: text('Save'), menu: 'File', group: '2 save', keys: 'Ctrl+S', unavailable: needsText, run: saveActive },
    {
      id: 'file.saveAs',
      title: text('Save as…'),
      menu: 'File',
      group: '2 save',
      keys: 'Ctrl+Shift+S',
      unavailable: needsText,
      run: saveActiveAs,
    },
    { id: 'file.saveAll', title: text('Save all'), menu: 'File', group: '2 save', run: saveAll },
    {
      id: 'file.close',
      title: text('Close tab'),
      menu: 'File',
      group: '3 close',
      keys: 'Ctrl+W',
      unavailable: needsTab,
      run: async () => {
        const { active } = useDocuments.getState()
        if (active !== null) await closeDocument(active)
      },
    },
    { id: 'file.closeAll', title: text('Close all tabs'), menu: 'File', group: '3 close', unavailable: needsTab, run: closeAll },
    ...editCommands,
    {
      id: 'view.nextTab',
      title: text('Next tab'),
      menu: 'View',
      group: '6 tabs',
      keys: 'Ctrl+PageDown',
      unavailable: needsTab,
      run: () => step(1),
    },
    {
      id: 'view.previousTab',
      title: text('Previous tab'),
      menu: 'View',
      group: '6 tabs',
      keys: 'Ctrl+PageUp',
      unavailable: needsTab,
      run: () => step(-1),
    },
    { id: 'run.powerUp', title: text('Run at power-up'), menu: 'Run', group: '3 power-up', unavailable: needsBoard, run: runAtPowerUp },
    {
      id: 'board.upload',
      title: text('Upload to board'),
      menu: 'Board',
      group: '4 files',
      keys: 'F9',
      unavailable: needsBoard,
      run: uploadActive,
    },
  ])
}
