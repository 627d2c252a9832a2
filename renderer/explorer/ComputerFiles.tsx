import { Laptop } from 'lucide-react'
import { t } from '../../shared/language/language'
import { deleteOnDisk, moveOnDisk, newDiskFile, newDiskFolder, renameOnDisk } from '../actions/diskFileActions'
import { listDiskFolder, refreshDisk, toggleDiskFolder } from '../actions/diskListing'
import { openDocument } from '../actions/documentActions'
import { openSync } from '../actions/syncActions'
import { downloadFromBoard } from '../actions/transferActions'
import { openFolder } from '../actions/workspaceActions'
import { ICON } from '../layout/icons'
import { useBoardTrees } from '../stores/boardTreeStore'
import { useLayout } from '../stores/layoutStore'
import { useWorkspace } from '../stores/workspaceStore'
import { diskName, diskParent, isDiskWithin } from './diskPath'
import { diskRowActions } from './diskRowActions'
import { FileTree } from './FileTree'
import { chosenFolder, useSelection } from './selectionStore'
import { useShownBoard } from './shownBoard'
import { TreeActions } from './TreeActions'
import { type FileTree as Files, findEntry } from './treeModel'

/** The explorer's lower half: the opened folder of the computer. */
export function ComputerFiles() {
  const folder = useLayout((state) => state.folder)
  const { tree: files } = useWorkspace()
  const selected = useSelection((state) => state.computer)
  const { reason: boardReason } = useShownBoard()
  const into = folder === null ? '' : chosenFolder(files, selected, folder, { within: isDiskWithin, parent: diskParent })
  return (
    <section className="explorer-part" aria-labelledby="explorer-computer-title">
      <header className="explorer-head">
        <Laptop size={ICON} aria-hidden="true" />
        <h2 id="explorer-computer-title" title={folder ?? undefined}>
          {t('Computer files')}
        </h2>
        <TreeActions
          label={t('Computer files actions')}
          reason={folder === null ? t('Open a folder first.') : null}
          onNewFile={() => void newDiskFile(into)}
          onNewFolder={() => void newDiskFolder(into)}
          onRefresh={() => void refreshDisk()}
          onOpenFolder={() => void openFolder()}
          onSync={folder === null ? undefined : () => openSync({ folder })}
          syncReason={boardReason}
        />
      </header>
      {folder === null ? <NoFolder /> : <OpenedFolder folder={folder} files={files} selected={selected} />}
    </section>
  )
}

function NoFolder() {
  return (
    <div className="explorer-empty">
      <p>{t('No folder is open.')}</p>
      <button className="button button-outline" type="button" onClick={() => void openFolder()}>
        {t('Open folder')}
      </button>
    </div>
  )
}

function OpenedFolder({ folder, files, selected }: { folder: string; files: Files; selected: ReadonlySet<string> }) {
  const failure = useWorkspace((state) => state.failure)
  const { reason, key } = useShownBoard()
  const boardFolder = useBoardFolder()
  const level = files.levels[folder]
  if (failure !== null) {
    return (
      <div className="explorer-empty" role="alert">
        <p>{failure}</p>
        <button className="button button-outline" type="button" onClick={() => void listDiskFolder(folder)}>
          {t('Try again')}
        </button>
      </div>
    )
  }
  if (level === undefined) return <p className="explorer-empty explorer-late">{t('Listing files…')}</p>
  return (
    <>
      <div className="explorer-note" title={folder}>
        <bdi>{diskName(folder)}</bdi>
      </div>
      <FileTree
        label={t('Computer files')}
        side="computer"
        files={files}
        root={folder}
        selected={selected}
        onSelect={(paths) => useSelection.setState({ computer: paths })}
        onToggle={(path, open) => void toggleDiskFolder(path, open)}
        onOpen={(entry) => void openDocument({ side: 'computer', path: entry.path })}
        onRename={(entry) => void renameOnDisk(entry)}
        onDelete={(entries) => void deleteOnDisk(entries)}
        actionsFor={(entry, entries) => diskRowActions(reason, boardFolder, entry, entries)}
        drops={{
          move: (paths, into) => void moveOnDisk(paths, into),
          copy: (paths, into) => {
            if (key !== null) void downloadFromBoard(key, paths, into)
          },
        }}
        empty={() => <p className="explorer-empty">{t('This folder is empty.')}</p>}
      />
    </>
  )
}

/** The folder of the board that an upload goes into: the selected one, or undefined for the root. */
function useBoardFolder(): string | undefined {
  const { key } = useShownBoard()
  const [path] = useSelection((state) => state.board)
  const tree = useBoardTrees((state) => (key === null ? undefined : state.trees[key]))
  return path !== undefined && tree !== undefined && findEntry(tree, path)?.kind === 'folder' ? path : undefined
}
