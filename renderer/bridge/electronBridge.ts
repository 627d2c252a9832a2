import type { Bridge, PreloadBridge } from '../../shared/contract/bridge'
import type { Result } from '../../shared/contract/requests'
import { AppError, WireError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { toDisposable } from '../../shared/lifecycle'
import { EventHub } from './eventHub'

/** The bridge over Electron's preload. Main outlives the page, so the connection is never lost. */
export function electronBridge(preload: PreloadBridge): Bridge {
  const hub = new EventHub((text) => void preload.request('log.write', { level: 'warn', text }))
  preload.onEvent((name, payload) => hub.receive(name, payload))
  return {
    async request(name, params) {
      const reply = await preload.request(name, params)
      if (reply.ok) return reply.result as Result<typeof name>
      throw rebuilt(reply.error)
    },
    on: (name, listener) => hub.on(name, listener),
    onLost: () => toDisposable(() => undefined),
  }
}

function rebuilt(error: unknown): AppError {
  const wire = WireError.safeParse(error)
  return wire.success ? AppError.fromWire(wire.data) : new AppError('internal', t('A failure came that doesn’t fit the contract'))
}
