import type { Services } from '../services'
import type { HandlersOf } from './handler'

/** Answers what concerns ports and the sessions on them. */
export function sessionHandlers({ ports, waiting, sessions }: Services): HandlersOf<'ports' | 'session'> {
  return {
    'ports.list': async () => {
      await ports.refresh()
      return [...ports.current]
    },
    'ports.waiting': async () => {
      await waiting.refresh()
      return [...waiting.current]
    },
    'session.list': () => sessions.list(),
    'session.open': ({ port }) => sessions.open(port),
    'session.close': async ({ session }) => {
      await sessions.get(session).close()
      return null
    },
    'session.greet': async ({ session, greeting }) => {
      await sessions.get(session).greet(greeting)
      return null
    },
    'session.watchOnly': ({ session, on }) => {
      sessions.get(session).setWatchOnly(on)
      return null
    },
    'session.getPrompt': async ({ session }) => {
      await sessions.get(session).getPrompt()
      return null
    },
    'session.stop': async ({ session }) => {
      await sessions.get(session).stop()
      return null
    },
    'session.cancelJob': ({ session, job }) => {
      sessions.get(session).cancelJob(job)
      return null
    },
    'session.softReset': async ({ session }) => {
      await sessions.get(session).softReset()
      return null
    },
    'session.hardReset': async ({ session }) => {
      await sessions.get(session).hardReset()
      return null
    },
    'session.rescue': async ({ session, way }) => {
      await sessions.get(session).rescue(way)
      return null
    },
    'session.input': async ({ session, bytes }) => {
      await sessions.get(session).input(bytes)
      return null
    },
    'session.paste': async ({ session, text }) => {
      await sessions.get(session).paste(text)
      return null
    },
    'session.follow': ({ session }, { followed }) => followed.follow(session),
    'session.unfollow': ({ session }, { followed }) => {
      followed.unfollow(session)
      return null
    },
    'session.acknowledge': ({ session, seq }, { followed }) => {
      followed.acknowledge(session, seq)
      return null
    },
    'session.run': ({ session, name, text, stop }) => sessions.get(session).run(name, text, stop),
  }
}
