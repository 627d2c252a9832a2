import { Cpu, FilePlus2, FolderOpen, Laptop, Play } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { baseName } from '../../shared/boardPath'
import { t } from '../../shared/language/language'
import { documentId, type DocumentRef } from '../../shared/layout'
import { newDocument } from '../actions/documentActions'
import { runBlink } from '../actions/exampleActions'
import { openRecentFile } from '../actions/recentFiles'
import { openFolder, openRecentFolder } from '../actions/workspaceActions'
import { diskName } from '../explorer/diskPath'
import { ICON } from '../layout/icons'
import { LessonList } from '../lessons/LessonList'
import { useLayout } from '../stores/layoutStore'
import { openPicker } from '../stores/shellStore'
import './welcome.css'

/** More than these would push what matters out of sight. */
const RECENT_FILES = 5
const RECENT_FOLDERS = 3

/** The tab Welcome: the ways to begin, and the first steps. */
export function Welcome() {
  return (
    <div className="welcome">
      <div className="welcome-inner">
        <header className="welcome-head">
          <h2>Perfboard</h2>
          <p>{t('Write MicroPython, run it on a board, see what it does.')}</p>
        </header>
        <div>
          <Way
            id="welcome-first"
            icon={Play}
            title={t('Run blink on the virtual board')}
            words={t('Needs no cable: real MicroPython, built in')}
            onPress={() => void runBlink()}
          />
          <Way icon={Cpu} title={t('Connect a board')} words={t('Plug it in, then choose its port')} onPress={openPicker} />
          <Way icon={FolderOpen} title={t('Open folder')} words={t('Your project on this computer')} onPress={() => void openFolder()} />
          <Way
            icon={FilePlus2}
            title={t('New file')}
            words={t('Run it before you decide where to save it')}
            onPress={() => newDocument()}
          />
        </div>
        <LessonList />
        <Recents />
      </div>
    </div>
  )
}

function Recents() {
  const files = useLayout((state) => state.recentFiles).slice(0, RECENT_FILES)
  const folders = useLayout((state) => state.recentFolders).slice(0, RECENT_FOLDERS)
  if (files.length + folders.length === 0) return null
  return (
    <section className="welcome-recents" aria-labelledby="welcome-recents">
      <h3 id="welcome-recents">{t('Recent')}</h3>
      <ul>
        {files.map((ref) => (
          <RecentFile key={documentId(ref)} file={ref} />
        ))}
        {folders.map((path) => (
          <Recent key={path} icon={FolderOpen} name={diskName(path)} place={path} onPress={() => openRecentFolder(path)} />
        ))}
      </ul>
    </section>
  )
}

function RecentFile({ file }: { file: DocumentRef }) {
  if (file.side === 'untitled') return null
  const onPress = (): void => void openRecentFile(file)
  if (file.side === 'computer') return <Recent icon={Laptop} name={diskName(file.path)} place={file.path} onPress={onPress} />
  return <Recent board icon={Cpu} name={baseName(file.path)} place={t('On the board: {{path}}', { path: file.path })} onPress={onPress} />
}

interface RecentProps {
  board?: boolean
  icon: LucideIcon
  name: string
  place: string
  onPress: () => void
}

function Recent({ board = false, icon: Icon, name, place, onPress }: RecentProps) {
  return (
    <li>
      <button className="welcome-recent" type="button" onClick={onPress} title={place}>
        <Icon className={board ? 'welcome-chip' : undefined} size={ICON} aria-hidden="true" />
        <bdi>{name}</bdi>
        <bdi className="welcome-recent-path">{place}</bdi>
      </button>
    </li>
  )
}

interface WayProps {
  /** Only the first has one; it is the one that stands out. */
  id?: string
  icon: LucideIcon
  title: string
  words: string
  onPress: () => void
}

/** One way to begin. The button covers the row; its name is the title alone, which is why the other words stand beside it. */
function Way({ id, icon: Icon, title, words, onPress }: WayProps) {
  const described = useId()
  return (
    <div className={id === undefined ? 'welcome-way' : 'welcome-way welcome-way-first'}>
      <span className="welcome-sign">
        <Icon size={ICON} aria-hidden="true" />
      </span>
      <button className="welcome-title" type="button" id={id} aria-describedby={described} onClick={onPress}>
        {title}
      </button>
      <p className="welcome-words" id={described}>
        {words}
      </p>
    </div>
  )
}
