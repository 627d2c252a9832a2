import { useId, useState } from 'react'
import { t } from '../../shared/language/language'
import { SettingsPatch } from '../../shared/settings'
import { setSyncTerms } from '../actions/syncActions'
import { updateSettings, useSettings } from '../stores/settingsStore'

/** What every sync leaves out, a pattern a line; folded until somebody wants to change it. */
export function Excludes({ disabled }: { disabled: boolean }) {
  const kept = useSettings((state) => state.syncExcludes)
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const patterns = (typed ?? kept.join('\n')).split('\n').filter((line) => line.trim() !== '')
  const fits = SettingsPatch.safeParse({ syncExcludes: patterns }).success
  return (
    <details className="sync-excludes">
      <summary>{t('Left out: {{count}} patterns', { count: kept.length })}</summary>
      <label htmlFor={id}>
        {t('One pattern a line, as in .gitignore. They hold for every folder; a file .perfboardignore in a folder adds to them.')}
      </label>
      <textarea
        className="field"
        id={id}
        rows={6}
        disabled={disabled}
        spellCheck={false}
        aria-invalid={!fits}
        value={typed ?? kept.join('\n')}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed === null || !fits) return
          setTyped(null)
          if (patterns.join('\n') === kept.join('\n')) return
          updateSettings({ syncExcludes: patterns })
          setSyncTerms({})
        }}
      />
      {fits ? null : <p className="sync-wrong">{t('At most 200 patterns of 200 characters each.')}</p>}
    </details>
  )
}
