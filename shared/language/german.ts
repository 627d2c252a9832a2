import { germanBoard } from './germanBoard'
import { germanBoardView } from './germanBoardView'
import { germanCli } from './germanCli'
import { germanCommands } from './germanCommands'
import { germanEngine } from './germanEngine'
import { germanErrors } from './germanErrors'
import { germanFiles } from './germanFiles'
import { germanInstall } from './germanInstall'
import { germanRescue } from './germanRescue'
import { germanLessons } from './germanLessons'
import { germanSync } from './germanSync'
import { germanSyncWindow } from './germanSyncWindow'
import { germanValueErrors } from './germanValueErrors'
import { germanVariables } from './germanVariables'
import { germanWindow } from './germanWindow'

/** German, by the English text. */
export const german: Readonly<Record<string, string>> = {
  ...germanCommands,
  ...germanCli,
  ...germanWindow,
  ...germanFiles,
  ...germanBoard,
  ...germanBoardView,
  ...germanEngine,
  ...germanVariables,
  ...germanLessons,
  ...germanInstall,
  ...germanSync,
  ...germanSyncWindow,
  ...germanRescue,
  ...germanErrors,
  ...germanValueErrors,
}
