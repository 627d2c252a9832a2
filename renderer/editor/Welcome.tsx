import { Cpu, FilePlus2, FolderOpen, Play } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { newDocument } from '../actions/documentActions'
import { runBlink } from '../actions/exampleActions'
import { openFolder, openRecentFolder } from '../actions/workspaceActions'
import { diskName } from '../explorer/diskPath'
import { ICON } from '../layout/icons'
import { useLayout } from '../stores/layoutStore'
import { openPicker } from '../stores/shellStore'
import './welcome.css'

/** More than these would push what matters out of sight. */
const RECENTS = 5

/** What the editor shows when no file is open: the ways to begin. */
export function Welcome() {
  const recents = useLayout((state) => state.recentFolders).slice(0, RECENTS)
  return (
    <div className="welcome">
      <div className="welcome-inner">
        <h1>Perfboard</h1>
        <p className="welcome-lead">Write MicroPython, run it on a board, see what it does.</p>
        <Way
          first
          icon={Play}
          title="Run blink on the virtual board"
          words="Needs no cable: real MicroPython, built in"
          onPress={() => void runBlink()}
        />
        <Way icon={Cpu} title="Connect a board" words="Plug it in, then choose its port" onPress={openPicker} />
        <Way icon={FolderOpen} title="Open folder" words="Your project on this computer" onPress={() => void openFolder()} />
        <Way icon={FilePlus2} title="New file" words="Run it before you decide where to save it" onPress={() => newDocument()} />
        {recents.length > 0 && (
          <section aria-labelledby="welcome-recents">
            <h2 id="welcome-recents">Recent folders</h2>
            <ul>
              {recents.map((path) => (
                <li key={path}>
                  <button className="welcome-recent" type="button" onClick={() => openRecentFolder(path)} title={path}>
                    <FolderOpen size={ICON} aria-hidden="true" />
                    <bdi>{diskName(path)}</bdi>
                    <bdi className="welcome-recent-path">{path}</bdi>
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

interface WayProps {
  first?: boolean
  icon: LucideIcon
  title: string
  words: string
  onPress: () => void
}

/** One way to begin. The button covers the row; its name is the title alone, which is why the other words stand beside it. */
function Way({ first = false, icon: Icon, title, words, onPress }: WayProps) {
  const described = useId()
  return (
    <div className={first ? 'welcome-way welcome-way-first' : 'welcome-way'}>
      <span className="welcome-sign">
        <Icon size={ICON} aria-hidden="true" />
      </span>
      <button className="welcome-title" type="button" aria-describedby={described} onClick={onPress}>
        {title}
      </button>
      <p className="welcome-words" id={described}>
        {words}
      </p>
    </div>
  )
}
