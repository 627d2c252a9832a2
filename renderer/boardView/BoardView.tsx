import { t } from '../../shared/language/language'

/** The virtual board, drawn as a board. */
export function BoardView(): React.JSX.Element {
  return <section aria-label={t('Board view')} />
}
