import { homedir } from 'node:os'
import type { AppInfo } from '../../shared/contract/requests'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import type { Services } from '../services'
import { appVersion } from './appVersion'
import type { HandlersOf } from './handler'

/** Answers what concerns the program itself: settings, layout, unsaved text, its log. */
export function appHandlers(services: Services): HandlersOf<'app' | 'settings' | 'layout' | 'journal' | 'log'> {
  const { settings, layouts, log } = services
  return {
    'app.info': (_params, { host }) => {
      log.write('info', `Window ready (${host.kind})`)
      const { logFolder } = services
      const { kind, assistiveTechnology } = host
      return {
        version: appVersion,
        platform: platform(),
        host: kind,
        firstStart: !settings.everSet,
        logFolder,
        home: homedir(),
        assistiveTechnology,
      }
    },
    'app.readyToClose': (_params, { host }) => {
      host.readyToClose()
      return null
    },
    'settings.get': () => settings.get(),
    'settings.update': ({ patch }) => settings.update(patch),
    'layout.load': ({ window }) => layouts.load(window),
    'layout.save': async ({ window, layout }) => {
      await layouts.save(window, layout)
      return null
    },
    'journal.list': ({ window }, { journal }) => journal.list(window),
    'journal.put': async ({ window, entry }, { journal }) => {
      await journal.put(window, entry)
      return null
    },
    'journal.remove': async ({ window, id }, { journal }) => {
      await journal.remove(window, id)
      return null
    },
    'log.list': () => [...log.entries()],
    'log.write': ({ level, text }) => {
      log.write(level, text)
      return null
    },
    'log.reveal': async (_params, { host }) => {
      if (host.reveal === null) throw new AppError('not-available', t('There is no file manager here'))
      await host.reveal(services.logFolder)
      return null
    },
  }
}

/** The systems that Perfboard tells apart; another Unix is treated like Linux. */
function platform(): AppInfo['platform'] {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
