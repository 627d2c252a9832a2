import { ArrowUp, File, Folder } from 'lucide-react'
import { type SubmitEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Heading, ListBox, ListBoxItem } from 'react-aria-components'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { BrowsedFolder, WorkspaceEntry } from '../../shared/workspace'
import { bridge } from '../bridge/bridge'
import { checkDiskName } from '../editor/fileNames'
import { ICON } from '../layout/icons'
import { ask } from '../stores/dialogsStore'
import type { PickDialog } from '../stores/fileDialogsStore'
import { diskJoin } from './diskPath'

/** Chooses a folder or a file of the machine that serves, or a place to save; for windows without the system's dialogs. */
export function PathPicker({ dialog }: { dialog: PickDialog }) {
  const { mode, title, confirm, answer } = dialog
  const { folder, typed, failure, setTyped, go } = useFolder(dialog.start)
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState(dialog.name)
  const entries = (folder?.entries ?? []).filter((entry) => mode !== 'folder' || entry.kind === 'folder').toSorted(hiddenLast)
  const wrong = mode === 'save' && folder !== null ? checkDiskName(name, folder.path) : null
  const blocked = folder === null ? t('No folder is shown.') : mode === 'file' && chosen === null ? t('Choose a file.') : wrong

  const open = (entry: WorkspaceEntry | undefined): void => {
    if (entry?.kind === 'folder') {
      setChosen(null)
      void go(entry.path)
    } else if (entry !== undefined && mode === 'file') answer(entry.path)
  }
  const finish = async (): Promise<void> => {
    if (blocked !== null) return
    if (mode === 'file') {
      answer(chosen)
      return
    }
    // What stands in the field counts, also when its folder was not shown yet.
    const into = typed === folder?.path ? folder : await go(typed)
    if (into === null) return
    if (mode === 'folder') answer(into.path)
    else if (!into.entries.some((entry) => entry.name === name) || (await mayReplace(name))) answer(diskJoin(into.path, name))
  }
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (folder !== null && typed !== folder.path) void go(typed)
    else void finish()
  }

  return (
    <form className="explorer-form" onSubmit={onSubmit}>
      <Heading slot="title" className="dialog-title">
        {title}
      </Heading>
      <div className="explorer-picker-way">
        <button
          className="button button-outline"
          type="button"
          aria-label={t('Up')}
          title={t('Up')}
          disabled={folder?.parent == null}
          onClick={() => void go(folder?.parent ?? null)}
        >
          <ArrowUp size={ICON} aria-hidden="true" />
        </button>
        <input
          className="field"
          aria-label={t('Folder')}
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {failure !== null && (
        <p className="dialog-wrong" role="alert">
          {failure}
        </p>
      )}
      <ListBox
        className="explorer-picker-list"
        aria-label={mode === 'folder' ? t('Folders') : t('Folders and files')}
        items={entries}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const entry = entries.find((candidate) => keys !== 'all' && keys.has(candidate.path))
          setChosen(entry?.kind === 'file' ? entry.path : null)
          if (entry?.kind === 'file' && mode === 'save') setName(entry.name)
        }}
        onAction={(key) => open(entries.find((entry) => entry.path === key))}
        renderEmptyState={() => (
          <p className="explorer-empty">{mode === 'folder' ? t('No folders in here.') : t('This folder is empty.')}</p>
        )}
      >
        {(entry) => (
          <ListBoxItem className="explorer-picker-item" id={entry.path} textValue={entry.name}>
            {entry.kind === 'folder' ? <Folder size={ICON} aria-hidden="true" /> : <File size={ICON} aria-hidden="true" />}
            <bdi>{entry.name}</bdi>
          </ListBoxItem>
        )}
      </ListBox>
      {mode === 'save' && (
        <label className="explorer-choice">
          {t('Name')}
          <input
            className="field"
            spellCheck={false}
            value={name}
            aria-invalid={wrong !== null}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
      )}
      <div className="dialog-buttons">
        <button
          className="button button-filled"
          type="button"
          aria-disabled={blocked === null ? undefined : true}
          title={blocked ?? undefined}
          onClick={() => void finish()}
        >
          {confirm}
        </button>
        <button className="button button-outline" type="button" onClick={() => answer(null)}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  )
}

/** The folder that the picker shows; a folder that can't be read leaves the one before. */
function useFolder(start: string | null): {
  folder: BrowsedFolder | null
  typed: string
  failure: string | null
  setTyped: (text: string) => void
  /** Shows a folder; resolves with it, or null when it can't be read or another was asked for meanwhile. */
  go: (path: string | null) => Promise<BrowsedFolder | null>
} {
  const [folder, setFolder] = useState<BrowsedFolder | null>(null)
  const [typed, setTyped] = useState(start ?? '')
  const [failure, setFailure] = useState<string | null>(null)
  const asked = useRef(0)
  /** What is typed while a folder is read stays. */
  const field = useRef(typed)
  const type = (text: string): void => {
    field.current = text
    setTyped(text)
  }
  const go = async (path: string | null): Promise<BrowsedFolder | null> => {
    const turn = ++asked.current
    const before = field.current
    try {
      const browsed = await bridge().request('workspace.browse', { path })
      if (turn !== asked.current) return null
      setFolder(browsed)
      if (field.current === before) type(browsed.path)
      setFailure(null)
      return browsed
    } catch (error) {
      if (turn === asked.current) setFailure(AppError.from(error).message)
      return null
    }
  }
  const begin = useEffectEvent(() => void go(start))
  useEffect(() => queueMicrotask(() => begin()), [])
  return { folder, typed, failure, setTyped: type, go }
}

async function mayReplace(name: string): Promise<boolean> {
  const choice = await ask({
    title: t('Replace {{name}}?', { name }),
    text: t('A file of that name is there already.'),
    choices: [
      { id: 'replace', label: t('Replace'), kind: 'danger' },
      { id: 'cancel', label: t('Cancel'), kind: 'plain' },
    ],
  })
  return choice === 'replace'
}

/** Folders of programs' settings are seldom what is looked for. */
function hiddenLast(left: WorkspaceEntry, right: WorkspaceEntry): number {
  return Number(left.name.startsWith('.')) - Number(right.name.startsWith('.'))
}
