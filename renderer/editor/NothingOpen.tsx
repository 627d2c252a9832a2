import { FilePlus2, FileSearch, House } from 'lucide-react'
import { t } from '../../shared/language/language'
import { newDocument } from '../actions/documentActions'
import { openFile } from '../actions/workspaceActions'
import { ICON } from '../layout/icons'
import { showWelcome } from './openTabs'

/** What the editor shows when every tab was closed, Welcome too. */
export function NothingOpen(): React.JSX.Element {
  return (
    <div className="editor-page editor-nothing">
      <h2>{t('No file is open')}</h2>
      <div className="editor-page-buttons">
        <button type="button" className="button button-outline" onClick={() => newDocument()}>
          <FilePlus2 size={ICON} aria-hidden="true" /> {t('New file')}
        </button>
        <button type="button" className="button button-outline" onClick={() => void openFile()}>
          <FileSearch size={ICON} aria-hidden="true" /> {t('Open file…')}
        </button>
        <button type="button" className="button button-outline" onClick={showWelcome}>
          <House size={ICON} aria-hidden="true" /> {t('Welcome')}
        </button>
      </div>
    </div>
  )
}
