import { t } from '../../shared/language/language'
import { baseName } from '../../shared/boardPath'
import { DiffText } from '../editor/DiffText'
import { dateText } from '../explorer/shownBoard'
import type { VersionText } from '../stores/historyStore'

/** A version on the left, what the file is now on the right. */
export function VersionDiff({ shown: { version, text, now } }: { shown: VersionText }) {
  if (text === null || now.text === null) return <p className="sync-note">{t('There are no lines to compare: this is not text.')}</p>
  const then = dateText(version.at)
  return (
    <div className="history-diff">
      <div className="editor-compare-sides" aria-hidden="true">
        <span>{then}</span>
        <span>{nowWords(now.from)}</span>
      </div>
      <DiffText
        name={baseName(version.path)}
        left={text}
        right={now.text}
        leftLabel={t('{{name}}: {{place}}', { name: version.path, place: then })}
        rightLabel={t('{{name}}: {{place}}', { name: version.path, place: nowWords(now.from) })}
      />
    </div>
  )
}

function nowWords(from: VersionText['now']['from']): string {
  switch (from) {
    case 'board':
      return t('On the board now')
    case 'latest':
      return t('The latest version known')
    case 'absent':
      return t('Not on the board now')
    default:
      return from satisfies never
  }
}
