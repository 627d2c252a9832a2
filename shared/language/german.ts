import { germanBoard } from './germanBoard'
import { germanBoardView } from './germanBoardView'
import { germanCommands } from './germanCommands'
import { germanEngine } from './germanEngine'
import { germanErrors } from './germanErrors'
import { germanFiles } from './germanFiles'
import { germanInstall } from './germanInstall'
import { germanRescue } from './germanRescue'
import { germanLessons } from './germanLessons'
import { germanValueErrors } from './germanValueErrors'
import { germanVariables } from './germanVariables'
import { germanWindow } from './germanWindow'

/** German, by the English text. */
export const german: Readonly<Record<string, string>> = {
  ...germanCommands,
  ...germanWindow,
  ...germanFiles,
  ...germanBoard,
  ...germanBoardView,
  ...germanEngine,
  ...germanVariables,
  ...germanLessons,
  ...germanInstall,
  ...germanRescue,
  ...germanErrors,
  ...germanValueErrors,
}
