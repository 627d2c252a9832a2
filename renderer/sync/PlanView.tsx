import { CircleCheck } from 'lucide-react'
import { t } from '../../shared/language/language'
import type { SyncPlan } from '../../shared/sync'
import { carryOutPlan, guessSeconds } from '../actions/syncActions'
import { dateText } from '../explorer/shownBoard'
import { ActionButton } from '../layout/ActionButton'
import { byteWords } from '../layout/byteWords'
import { ICON } from '../layout/icons'
import { shownTime } from '../layout/shownTime'
import { useSync } from '../stores/syncStore'
import { groupLines, planTotals, type PlanTotals } from './planGroups'
import { PlanTable } from './PlanTable'

/** What would be done, to be looked at and changed, and the button that does it. */
export function PlanView({ plan, at }: { plan: SyncPlan; at: number }) {
  const choices = useSync((state) => state.choices)
  const totals = planTotals(plan.lines, choices, plan.storage?.free ?? null)
  const groups = groupLines(plan.lines)
  if (groups.every(({ group }) => group === 'same')) return <AllTheSame plan={plan} at={at} />
  const label =
    plan.source.kind === 'computer'
      ? t('Sync {{count, number}}', { count: totals.work })
      : t('Restore {{count, number}}', { count: totals.work })
  return (
    <div className="sync-plan">
      <div className="sync-bar">
        <p role="status" aria-label={t('Plan')}>
          {summary(totals)} <span className="sync-muted">{room(totals, plan)}</span>
        </p>
        <ActionButton
          label={label}
          kind="filled"
          reason={totals.work === 0 ? t('There is nothing to do yet. Choose what becomes of the files.') : null}
          onPress={() => void carryOutPlan()}
        />
      </div>
      {plan.hashed ? null : (
        <p className="sync-note">{t('This firmware can’t hash: files were compared by reading them, and copies are read back.')}</p>
      )}
      <PlanTable groups={groups} source={plan.source.kind} choices={choices} />
      {plan.excluded > 0 ? <p className="sync-note">{t('{{count, number}} left out by the patterns.', { count: plan.excluded })}</p> : null}
    </div>
  )
}

function AllTheSame({ plan, at }: { plan: SyncPlan; at: number }) {
  const count = plan.lines.filter(({ here }) => here?.kind === 'file').length
  const how = plan.hashed
    ? t('{{count, number}} files have the same SHA-256.', { count })
    : t('{{count, number}} files were read and compared.', { count })
  return (
    <div className="sync-card" data-tone="ok" role="status">
      <CircleCheck size={ICON} aria-hidden="true" />
      <div>
        <p>
          <strong>{t('Everything is the same on both sides')}</strong>
        </p>
        <p>
          {t('Compared at {{time}}.', { time: shownTime(at) })} {how}{' '}
          {plan.excluded > 0 ? t('{{count, number}} left out by the patterns.', { count: plan.excluded }) : null}
        </p>
      </div>
    </div>
  )
}

function summary({ uploads, downloads, deletes, asks, up, down }: PlanTotals): string {
  const parts = [
    ...(asks > 0 ? [t('{{count, number}} to decide', { count: asks })] : []),
    ...(uploads > 0 ? [t('{{number}} to the board ({{size}})', { number: uploads, size: byteWords(up) })] : []),
    ...(downloads > 0 ? [t('{{number}} to the computer ({{size}})', { number: downloads, size: byteWords(down) })] : []),
    ...(deletes > 0 ? [t('{{count, number}} to delete', { count: deletes })] : []),
  ]
  return parts.length === 0 ? t('Nothing to do') : parts.join(', ')
}

function room({ freeAfter }: PlanTotals, { storage, lastSync }: SyncPlan): string {
  const seconds = guessSeconds()
  const parts = [
    ...(storage === null || freeAfter === null
      ? []
      : [
          freeAfter < 0
            ? t('{{size}} too much for the board', { size: byteWords(-freeAfter) })
            : t('{{free}} free, {{after}} afterwards', { free: byteWords(storage.free), after: byteWords(freeAfter) }),
        ]),
    ...(seconds === null ? [] : [t('about {{count, number}} s', { count: seconds })]),
    ...(lastSync === null ? [] : [t('last synced {{when}}', { when: dateText(lastSync) })]),
  ]
  return parts.join(' · ')
}
