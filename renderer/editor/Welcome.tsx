import { Cpu, FilePlus2, FolderOpen, Play } from 'lucide-react'
import { runBlink } from '../actions/exampleActions'
import { newDocument } from '../actions/documentActions'
import { openFolder, openRecentFolder } from '../actions/workspaceActions'
import { diskName } from '../explorer/diskPath'
import { ICON } from '../layout/icons'
import { useLayout } from '../stores/layoutStore'
import { openPicker } from '../stores/shellStore'

/** What the editor shows when no file is open: the ways to begin. */
export function Welcome() {
  const recents = useLayout((state) => state.recentFolders)
  return (
    <div className="editor-welcome">
      <div className="editor-welcome-inner">
        <h1>Perfboard</h1>
        <p className="editor-welcome-lead">Plug a board in, or begin without one: the virtual board runs real MicroPython.</p>
        <div className="editor-welcome-ways">
          <button className="button button-filled" type="button" onClick={() => void runBlink()}>
            <Play size={ICON} aria-hidden="true" /> Run blink on the virtual board
          </button>
          <button className="button button-outline" type="button" onClick={openPicker}>
            <Cpu size={ICON} aria-hidden="true" /> Connect a board
          </button>
          <button className="button button-outline" type="button" onClick={() => void openFolder()}>
            <FolderOpen size={ICON} aria-hidden="true" /> Open folder
          </button>
          <button className="button button-outline" type="button" onClick={() => newDocument()}>
            <FilePlus2 size={ICON} aria-hidden="true" /> New file
          </button>
        </div>
        {recents.length > 0 && (
          <section aria-labelledby="editor-recents">
            <h2 id="editor-recents">Recent folders</h2>
            <ul className="editor-recents">
              {recents.map((path) => (
                <li key={path}>
                  <button className="button" type="button" onClick={() => openRecentFolder(path)} title={path}>
                    <FolderOpen size={ICON} aria-hidden="true" />
                    <bdi>{diskName(path)}</bdi>
                    <bdi className="editor-recent-path">{path}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}
