import { t } from '../../shared/language/language'

/** The names in the board's global scope after a run. */
export function VariablesView(): React.JSX.Element {
  return <section aria-label={t('Variables')} />
}
