import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { Services } from '../services'
import type { HandlersOf } from './handler'
import type { Dialogs, WindowHost } from './windowHost'

/** Answers what concerns the user's own files. Only what the user chose is within reach: see Workspace. */
export function workspaceHandlers({ workspace }: Services): HandlersOf<'workspace'> {
  const choose = async (host: WindowHost, ask: (dialogs: Dialogs) => Promise<string | null>): Promise<string | null> => {
    if (host.dialogs === null) throw new AppError('not-available', t('This window has no system dialogs'))
    const path = await ask(host.dialogs)
    if (path !== null) await workspace.grant(path)
    return path
  }
  return {
    'workspace.chooseFolder': (_params, { host }) => choose(host, (dialogs) => dialogs.chooseFolder()),
    'workspace.chooseFile': (_params, { host }) => choose(host, (dialogs) => dialogs.chooseFile()),
    'workspace.chooseSave': ({ name }, { host }) => choose(host, (dialogs) => dialogs.chooseSave(name)),
    'workspace.browse': async ({ path }, { host }) => {
      requireNoDialogs(host)
      return await workspace.browse(path ?? undefined)
    },
    'workspace.grant': async ({ path }, { host }) => {
      requireNoDialogs(host)
      await workspace.grant(path)
      return null
    },
    'workspace.list': ({ path }) => workspace.list(path),
    'workspace.readFile': ({ path }) => workspace.readFile(path),
    'workspace.writeFile': ({ path, bytes, expectedMtime }) => workspace.writeFile(path, bytes, expectedMtime),
    'workspace.makeFolder': async ({ path }) => {
      await workspace.makeFolder(path)
      return null
    },
    'workspace.rename': async ({ from, to }) => {
      await workspace.rename(from, to)
      return null
    },
    'workspace.count': ({ path }) => workspace.count(path),
    'workspace.trash': async ({ paths }) => {
      await workspace.trash(paths)
      return null
    },
  }
}

/** Where the system's dialog asks, a page has no say in what it may reach. */
function requireNoDialogs(host: WindowHost): void {
  if (host.dialogs !== null) throw new AppError('not-available', t('Here the system’s dialog asks for files and folders'))
}
