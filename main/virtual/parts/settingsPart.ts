import { Errno, FlashError } from '../flashError'
import type { Setting, Settings, SettingsStore } from '../settingsStore'
import type { Part } from './part'

/** The first byte of a request; the same numbers are in esp32.py. */
const Request = { getNumber: 0, setNumber: 1, getBytes: 2, setBytes: 3, erase: 4, commit: 5 } as const
/** The first byte of an answer. */
const Answer = { done: 0, notFound: 1, noSpace: 2, keyTooLong: 3 } as const

/** As ESP-IDF has it: 15 letters. */
const MOST_KEY_BYTES = 15
/** What its usual partition of 24 KB holds: pages of 126 entries of 32 bytes, one page kept free. */
const MOST_ENTRIES = 5 * 126
const ENTRY_BYTES = 32

/**
 * Settings that outlive resets, as `esp32.NVS` asks for them. A request: what is asked, the lengths of namespace and key, both, the value. What is
 * set can be read at once, and is saved by a commit; a reset forgets what was not.
 */
export class SettingsPart implements Part {
  private settings: Settings | undefined

  constructor(private readonly store: SettingsStore) {}

  answer(request: Uint8Array): Uint8Array {
    const [what = 0, namespaceBytes = 0, keyBytes = 0] = request
    const names = Buffer.from(request.subarray(3, 3 + namespaceBytes + keyBytes))
    const namespace = names.toString('utf8', 0, namespaceBytes)
    const key = names.toString('utf8', namespaceBytes)
    if (keyBytes > MOST_KEY_BYTES) return Uint8Array.of(Answer.keyTooLong)
    try {
      return this.answerFor(what, namespace, key, request.slice(3 + namespaceBytes + keyBytes))
    } catch (error) {
      throw new FlashError(Errno.EIO, { cause: error })
    }
  }

  private answerFor(what: number, namespace: string, key: string, value: Uint8Array): Uint8Array {
    this.settings ??= this.store.load()
    const values = this.settings.get(namespace)
    const found = values?.get(key)
    switch (what) {
      case Request.getNumber:
        return typeof found === 'number' ? done(numberBytes(found)) : Uint8Array.of(Answer.notFound)
      case Request.getBytes:
        return found instanceof Uint8Array ? done(found) : Uint8Array.of(Answer.notFound)
      case Request.setNumber:
        return this.set(namespace, key, new DataView(value.buffer).getInt32(0, true))
      case Request.setBytes:
        return this.set(namespace, key, value)
      case Request.erase:
        return Uint8Array.of(values?.delete(key) === true ? Answer.done : Answer.notFound)
      case Request.commit:
        this.store.save(this.settings)
        return Uint8Array.of(Answer.done)
      default:
        throw new Error(`Settings know no request ${what}`)
    }
  }

  private set(namespace: string, key: string, value: Setting): Uint8Array {
    const settings = this.settings ?? new Map<string, Map<string, Setting>>()
    const values = settings.get(namespace) ?? new Map<string, Setting>()
    const before = values.get(key)
    values.set(key, value)
    settings.set(namespace, values)
    if (entriesOf(settings) <= MOST_ENTRIES) return Uint8Array.of(Answer.done)
    if (before === undefined) values.delete(key)
    else values.set(key, before)
    return Uint8Array.of(Answer.noSpace)
  }
}

function done(value: Uint8Array): Uint8Array {
  return Uint8Array.of(Answer.done, ...value)
}

function numberBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setInt32(0, value, true)
  return bytes
}

/** A namespace takes an entry, a number one, bytes an entry for themselves, one for their index, and one for each 32 bytes. */
function entriesOf(settings: Settings): number {
  let entries = 0
  for (const values of settings.values()) {
    entries++
    for (const value of values.values()) entries += typeof value === 'number' ? 1 : 2 + Math.ceil(value.length / ENTRY_BYTES)
  }
  return entries
}
