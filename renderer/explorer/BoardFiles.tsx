import { Cpu } from 'lucide-react'
import type { SessionSnapshot } from '../../shared/board'
import { isWithin, joinBoardPath, parentBoardPath } from '../../shared/boardPath'
import { t } from '../../shared/language/language'
import { deleteOnBoard, makeBoardFile, moveOnBoard, newBoardFile, newBoardFolder, renameOnBoard } from '../actions/boardFileActions'
import { refreshBoard, stopAndList, toggleBoardFolder } from '../actions/boardListing'
import { connectSelected } from '../actions/connectionActions'
import { openDocument } from '../actions/documentActions'
import { uploadDropped } from '../actions/dropActions'
import { uploadToBoard } from '../actions/transferActions'
import { byteWords } from '../layout/byteWords'
import { ICON } from '../layout/icons'
import { useBoardTrees } from '../stores/boardTreeStore'
import { boardRowActions } from './boardRowActions'
import { FileTree } from './FileTree'
import { chosenFolder, useSelection } from './selectionStore'
import { dateText, type ShownBoard, useShownBoard } from './shownBoard'
import { TreeActions } from './TreeActions'
import { emptyTree, type FileTree as Files } from './treeModel'

/** The explorer's upper half: the files of the shown board. */
export function BoardFiles() {
  const shown = useShownBoard()
  const files = useBoardTrees((state) => (shown.key === null ? emptyTree : (state.trees[shown.key] ?? emptyTree)))
  const selected = useSelection((state) => state.board)
  const { session, root, reason } = shown
  const withSession = (work: (session: SessionSnapshot) => void) => () => {
    if (session !== null) work(session)
  }
  const folder = chosenFolder(files, selected, root, { within: isWithin, parent: parentBoardPath })
  return (
    <section className="explorer-part explorer-board" aria-labelledby="explorer-board-title">
      <header className="explorer-head">
        <Cpu className="explorer-chip" size={ICON} aria-hidden="true" />
        <h2 id="explorer-board-title">{t('Board files')}</h2>
        <TreeActions
          label={t('Board files actions')}
          reason={reason}
          onNewFile={withSession((open) => void newBoardFile(open, folder))}
          onNewFolder={withSession((open) => void newBoardFolder(open, folder))}
          onRefresh={withSession((open) => void refreshBoard(open))}
        />
      </header>
      <Freshness shown={shown} files={files} />
      <Content shown={shown} files={files} selected={selected} />
    </section>
  )
}

/** The storage of a board that is there, or from when the listing is. */
function Freshness({ shown: { session, root, trust }, files }: { shown: ShownBoard; files: Files }) {
  const level = files.levels[root]
  if (trust === 'stale' && level !== undefined) {
    return (
      <div className="explorer-note">
        <span>{t('Last seen {{when}}', { when: dateText(level.listedAt) })}</span>
        {session?.state.kind === 'attached' && session.greeting !== 'monitor' && <StopAndList session={session} />}
      </div>
    )
  }
  const storage = session?.storage
  if (trust === 'stale' || storage === null || storage === undefined || storage.total <= 0) return null
  return (
    <div className="explorer-note">
      {t('{{free}} free of {{total}}', { free: byteWords(storage.free), total: byteWords(storage.total) })}
    </div>
  )
}

function StopAndList({ session }: { session: SessionSnapshot }) {
  return (
    <button
      className="button button-outline explorer-small"
      type="button"
      title={t('Interrupts a program that runs')}
      onClick={() => void stopAndList(session)}
    >
      {t('Stop and list files')}
    </button>
  )
}

function Content({ shown, files, selected }: { shown: ShownBoard; files: Files; selected: ReadonlySet<string> }) {
  const { key, session, root, trust, reason } = shown
  const level = files.levels[root]
  if (key === null || level === undefined) return <Nothing shown={shown} loading={files.loading.has(root)} />
  const ifFree = (work: (open: SessionSnapshot) => void): void => {
    if (session !== null && reason === null) work(session)
  }
  return (
    <FileTree
      label={t('Board files')}
      side="board"
      files={files}
      root={root}
      dimmed={trust !== 'live'}
      selected={selected}
      onSelect={(paths) => useSelection.setState({ board: paths })}
      onToggle={(folder, open) => {
        if (session !== null) void toggleBoardFolder(session, folder, open)
      }}
      onOpen={(entry) => void openDocument({ side: 'board', board: key, path: entry.path })}
      onRename={(entry) => ifFree((open) => void renameOnBoard(open, entry))}
      onDelete={(entries) => ifFree((open) => void deleteOnBoard(open, entries))}
      actionsFor={(entry, entries) => (session === null ? [] : boardRowActions(session, reason, entry, entries))}
      drops={{
        move: (paths, folder) => ifFree((open) => void moveOnBoard(open, paths, folder)),
        copy: (paths, folder) => ifFree(() => void uploadToBoard(paths, folder)),
        take: (dropped, folder) => ifFree((open) => void uploadDropped(open, folder, dropped)),
      }}
      empty={() => <EmptyBoard onNew={() => ifFree((open) => void makeBoardFile(open, joinBoardPath(root, 'main.py')))} />}
    />
  )
}

function EmptyBoard({ onNew }: { onNew: () => void }) {
  return (
    <div className="explorer-empty">
      <p>{t('The board has no files yet. It runs main.py when it gets power.')}</p>
      <button className="button button-outline" type="button" onClick={onNew}>
        {t('New main.py')}
      </button>
    </div>
  )
}

function Nothing({ shown: { session }, loading }: { shown: ShownBoard; loading: boolean }) {
  if (loading) return <p className="explorer-empty explorer-late">{t('Listing files…')}</p>
  switch (session?.state.kind) {
    case 'attached':
      if (session.greeting === 'monitor')
        return <p className="explorer-empty">{t('A serial monitor has no files: what is connected doesn’t speak MicroPython.')}</p>
      return (
        <div className="explorer-empty">
          <p>{t('Listing the files needs the prompt. A program that runs is interrupted.')}</p>
          <StopAndList session={session} />
        </div>
      )
    case undefined:
    case 'closed':
      return (
        <div className="explorer-empty">
          <p>{t('No board is connected.')}</p>
          <button className="button button-outline" type="button" onClick={() => void connectSelected()}>
            {t('Connect a board')}
          </button>
        </div>
      )
    case 'running':
      return <p className="explorer-empty">{t('A program is running. Its files are listed when it has ended.')}</p>
    case 'lost':
      return <p className="explorer-empty">{t('The board is gone. Its files are listed when it is back.')}</p>
    default:
      return <p className="explorer-empty explorer-late">{t('Waiting for the board…')}</p>
  }
}
