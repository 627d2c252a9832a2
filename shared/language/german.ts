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

/** German, by the English text, in parts that share no text. */
export const germanParts: readonly Readonly<Record<string, string>>[] = [
  germanCommands,
  germanCli,
  germanWindow,
  germanFiles,
  germanBoard,
  germanBoardView,
  germanEngine,
  germanVariables,
  germanLessons,
  germanInstall,
  germanSync,
  germanSyncWindow,
  germanRescue,
  germanErrors,
  germanValueErrors,
]

/** All of it. */
export const german: Readonly<Record<string, string>> = Object.fromEntries(germanParts.flatMap((part) => Object.entries(part)))
