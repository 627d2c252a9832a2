import type { Services } from '../services'
import type { HandlersOf } from './handler'

/** Answers what concerns the virtual board as a thing with lights and buttons. */
export function hardwareHandlers({ hardware }: Services): HandlersOf<'hardware'> {
  return {
    'hardware.watch': (_, { watched }) => watched.watch(),
    'hardware.unwatch': (_, { watched }) => {
      watched.unwatch()
      return null
    },
    'hardware.setInputs': ({ inputs }) => {
      hardware.setInputs(inputs)
      return null
    },
    'hardware.wire': async ({ wiring }) => {
      await hardware.wire(wiring)
      return null
    },
  }
}
