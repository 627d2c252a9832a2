import { type EventName, type EventPayload, events, isEventName } from '../../shared/contract/events'
import { type Disposable, Emitter } from '../../shared/lifecycle'

/** Checks events by the contract's schemas and hands them on. What fits no schema is dropped and told to `onInvalid`. */
export class EventHub {
  private readonly emitters = new Map<EventName, Emitter<unknown>>()

  constructor(private readonly onInvalid: (text: string) => void) {}

  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): Disposable {
    let emitter = this.emitters.get(name)
    if (emitter === undefined) {
      emitter = new Emitter<unknown>()
      this.emitters.set(name, emitter)
    }
    return emitter.event((payload) => listener(payload as EventPayload<N>))
  }

  receive(name: string, payload: unknown): void {
    if (!isEventName(name)) {
      this.onInvalid(`An unknown event came: ${name.slice(0, 100)}`)
      return
    }
    const emitter = this.emitters.get(name)
    if (emitter === undefined) return
    const checked = events[name].safeParse(payload)
    if (checked.success) emitter.fire(checked.data)
    else this.onInvalid(`The event ${name} doesn’t fit the contract: ${checked.error.issues[0]?.message ?? ''}`)
  }
}
