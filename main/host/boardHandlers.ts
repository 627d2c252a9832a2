import { boardDetails } from '../board/boardDetails'
import type { Services } from '../services'
import type { HandlersOf } from './handler'

/** Answers what concerns the files on a board. */
export function boardHandlers({ sessions }: Services): HandlersOf<'board'> {
  return {
    'board.list': ({ session, path, stop }) => sessions.get(session).list(path, stop),
    'board.known': ({ session }) => sessions.get(session).known(),
    'board.readFile': ({ session, path, stop }) => sessions.get(session).readFile(path, stop),
    'board.writeFile': ({ session, path, bytes, stop, expected }) => sessions.get(session).writeFile(path, bytes, stop, expected),
    'board.makeFolder': async ({ session, path, stop }) => {
      await sessions.get(session).makeFolder(path, stop)
      return null
    },
    'board.rename': async ({ session, from, to, stop }) => {
      await sessions.get(session).rename(from, to, stop)
      return null
    },
    'board.count': ({ session, path, stop }) => sessions.get(session).count(path, stop),
    'board.remove': ({ session, paths, stop }) => sessions.get(session).remove(paths, stop),
    'board.repairLeftovers': ({ session, paths, repair, stop }) => sessions.get(session).files.leftovers.repair(paths, repair, stop),
    'board.details': ({ session, stop }) => boardDetails(sessions.get(session).runner, stop),
    'board.variables': ({ session, paths, stop }) => sessions.get(session).variables(paths, stop),
    'board.upload': ({ session, from, to, stop, conflict }) => sessions.get(session).upload(from, to, stop, conflict),
    'board.download': ({ session, from, to, stop, conflict }) => sessions.get(session).download(from, to, stop, conflict),
  }
}
