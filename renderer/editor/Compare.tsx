import { Heading } from 'react-aria-components'
import { t } from '../../shared/language/language'
import type { CompareDialog } from '../stores/fileDialogsStore'
import { DiffText } from './DiffText'

/** Two versions of a text side by side, the file's on the left, the user's on the right, and which one stays. */
export function Compare({ dialog }: { dialog: CompareDialog }) {
  const { name, theirs, mine, place, own = t('Mine'), take, keep, answer } = dialog
  return (
    <div className="editor-compare">
      <Heading slot="title" className="dialog-title">
        {t('Compare {{name}}', { name })}
      </Heading>
      <div className="editor-compare-sides" aria-hidden="true">
        <span>{place}</span>
        <span>{own}</span>
      </div>
      <DiffText
        name={name}
        left={theirs}
        right={mine}
        leftLabel={t('{{name}}: {{place}}', { name, place })}
        rightLabel={t('{{name}}: {{place}}', { name, place: own })}
      />
      <div className="dialog-buttons">
        <button
          className={`button ${keep === undefined ? 'button-danger' : 'button-outline'}`}
          type="button"
          onClick={() => answer('keep')}
        >
          {keep ?? t('Keep mine')}
        </button>
        <button className="button button-outline" type="button" onClick={() => answer('theirs')}>
          {take}
        </button>
        <button className="button button-outline" type="button" autoFocus onClick={() => answer(null)}>
          {t('Cancel')}
        </button>
      </div>
    </div>
  )
}
