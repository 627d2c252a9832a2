import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { SyncPlan, SyncResult } from '../../shared/sync'
import { openHistory } from '../actions/historyActions'
import { copied } from '../actions/syncActions'
import { byteWords } from '../layout/byteWords'
import { ICON } from '../layout/icons'
import { shownTime } from '../layout/shownTime'
import { useSync } from '../stores/syncStore'
import { notKeptWords } from './notKeptWords'

/** What was done, what of it was proved, and what was left. */
export function SyncOutcome({ plan, result, at }: { plan: SyncPlan; result: SyncResult; at: number }) {
  const { ended, left, unproven, notKept } = result
  const tone = ended === 'failed' ? 'error' : ended === 'cancelled' || left.length + unproven.length > 0 ? 'warn' : 'ok'
  const Sign = { ok: CircleCheck, warn: TriangleAlert, error: CircleAlert }[tone]
  return (
    <div className="sync-outcome">
      <div className="sync-card" data-tone={tone} role={tone === 'ok' ? 'status' : 'alert'}>
        <Sign size={ICON} aria-hidden="true" />
        <div>
          <p>
            <strong>{headline(result, at)}</strong>
          </p>
          {result.error === undefined ? null : <p>{result.error.message}</p>}
          <ul className="sync-facts">
            {factsOf(plan, result).map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          <div className="sync-buttons">
            <button
              className="button button-outline"
              type="button"
              onClick={() => useSync.setState({ phase: { kind: 'choosing' }, choices: {} })}
            >
              {t('Done')}
            </button>
            <button className="button button-outline" type="button" onClick={() => void openHistory()}>
              {t('History…')}
            </button>
          </div>
        </div>
      </div>
      <PathList
        title={t('Left as they were')}
        lines={left.map(({ path, error }) => ({ path, why: error === undefined ? '' : AppError.fromWire(error).message }))}
      />
      <PathList title={t('Written, not proven')} lines={unproven.map((path) => ({ path, why: t('This firmware can’t hash.') }))} />
      <PathList
        title={t('Old versions that were not kept')}
        lines={notKept.map((each) => ({ path: each.path, why: notKeptWords(each) }))}
      />
    </div>
  )
}

function headline({ ended }: SyncResult, at: number): string {
  const time = shownTime(at)
  if (ended === 'done') return t('Done at {{time}}', { time })
  return ended === 'cancelled'
    ? t('Cancelled at {{time}}. Every file is whole.', { time })
    : t('Ended early at {{time}}. Every file is whole.', { time })
}

function factsOf(plan: SyncPlan, result: SyncResult): string[] {
  const { uploaded, downloaded, removed, proven, bytes, same, kept } = result
  const all = copied(result)
  return [
    ...(uploaded > 0
      ? [
          plan.source.kind === 'computer'
            ? t('{{count, number}} files to the board', { count: uploaded })
            : t('{{count, number}} files restored', { count: uploaded }),
        ]
      : []),
    ...(downloaded > 0 ? [t('{{count, number}} files to the computer', { count: downloaded })] : []),
    ...(removed > 0 ? [t('{{count, number}} deleted on the board', { count: removed })] : []),
    ...(all > 0
      ? [t('{{proven}} of {{count}} copies proven by SHA-256 on both sides, {{size}}', { proven, count: all, size: byteWords(bytes) })]
      : []),
    ...(same > 0 ? [t('{{count, number}} were the same', { count: same })] : []),
    ...(kept > 0 ? [t('{{count, number}} stayed as they are', { count: kept })] : []),
  ]
}

function PathList({ title, lines }: { title: string; lines: readonly { path: string; why: string }[] }) {
  if (lines.length === 0) return null
  return (
    <section className="sync-list" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ path, why }) => (
          <li key={path}>
            <bdi>{path}</bdi> <span className="sync-muted">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
