import { t, text } from '../../shared/language/language'
import type { Disposable } from '../../shared/lifecycle'
import { registerCommands } from '../commands/registry'
import { useProblems } from '../stores/problemsStore'
import { goToNextProblem } from './goToProblem'

/** What can be asked of the problems from palette and keys. */
export function registerProblemsCommands(): Disposable {
  return registerCommands([
    {
      id: 'problems.next',
      title: text('Next problem'),
      menu: 'View',
      group: '3problems',
      keys: 'F8',
      unavailable: () => (useProblems.getState().problems.length === 0 ? t('There are no problems in open files') : null),
      run: goToNextProblem,
    },
  ])
}
