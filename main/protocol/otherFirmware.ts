import type { OtherFirmware } from '../../shared/talksLike'
import { validSentences } from './nmea'

/** What a text tells of who wrote it. `sure`: nothing else says that. */
export interface FirmwareGuess {
  kind: OtherFirmware
  sure: boolean
}

/** Of a longer text, the end is looked at: it is the newest. */
const MOST_LOOKED_AT = 16_384
const ESCAPE_SEQUENCES = /\u001b(\[[0-9;?]*[ -/]*[@-~]|.)?/g
/** What only MicroPython, or a program on it, prints. */
const SIGNS = /MicroPython|CircuitPython|MPY: |KeyboardInterrupt|Traceback \(most recent call last\)|^>>> |raw REPL;/m
/** The same, in words that no program prints by itself. */
const BANNER = /^(?:Adafruit )?(?:MicroPython v\d|CircuitPython \d)[^\r\n]*; |^MPY: (?:soft|sync|hard)/m

interface Sign extends FirmwareGuess {
  pattern: RegExp
}

/** The ESP32's ROM (Espressif, "Boot Mode Selection"): without a program it says the same several times a second, and resets. */
const ESP_STATES: readonly Sign[] = [
  {
    kind: 'esp-blank',
    sure: true,
    pattern: /(?:invalid header: 0x[0-9a-f]{8}\s+){2}|^flash read err, 1000$|^E \(\d+\) boot: No bootable app partitions/gim,
  },
  { kind: 'esp-download', sure: true, pattern: /^waiting for download *$/gm },
]
const ESP_ROM = /^ets [A-Z][a-z]{2} +\d+ 20\d\d|^ESP-ROM:esp32|^rst:0x[0-9a-f]+ \(/m

const SIGNATURES: readonly Sign[] = [
  { kind: 'u-boot', sure: true, pattern: /^U-Boot (?:SPL )?20\d\d\.\d\d|^Hit any key to stop autoboot/m },
  { kind: 'linux', sure: true, pattern: /^\[ *\d+\.\d{6}\] \S|^Linux version \d/m },
  { kind: 'linux', sure: false, pattern: /^[\w.-]{1,64} login: ?$/m },
  { kind: 'espruino', sure: true, pattern: /\bespruino\.com\b|^Espruino is Open Source/im },
  { kind: 'espruino', sure: false, pattern: /^Execution Interrupted$/m },
  { kind: 'lua', sure: true, pattern: /^NodeM[Cc][Uu] \d|powered by Lua \d|^lua: cannot open init\.lua/m },
  { kind: 'zephyr', sure: true, pattern: /^\*\*\* Booting (?:Zephyr|nRF Connect)/m },
  { kind: 'zephyr', sure: false, pattern: /^uart:~\$ /m },
  { kind: 'esp-at', sure: true, pattern: /^AT version:\d/m },
  { kind: 'esp-at', sure: false, pattern: /^WIFI GOT IP$|^\+CW[A-Z]{3,8}:/m },
  { kind: 'motion', sure: true, pattern: /^Grbl \d\.\d|^(?:echo:)?\s?Marlin (?:bugfix-)?\d\.\d/m },
  { kind: 'esp-program', sure: false, pattern: /^(?:[IWE] \(\d+\) [\w.-]+: [^\n]*\n+){2}|^\[[ID]\]\[[\w.]+:\d+\]: /m },
  { kind: 'arduino', sure: false, pattern: /\bArduino\b/ },
]

/** USB ids of boards whose programs seldom say what they are. */
const BY_USB: readonly (readonly [RegExp, OtherFirmware])[] = [
  [/^(2341|2A03):/, 'arduino'],
  [/^2E8A:(0009|000A)$/, 'pico-program'],
  [/^0D28:0204$/, 'microbit-program'],
]

/**
 * What probably wrote this text, cut anywhere and of any content; undefined when nothing tells, or when it shows MicroPython. A guess is for
 * text that came without a prompt: a program on MicroPython may print what another firmware says.
 */
export function otherFirmware(text: string): FirmwareGuess | undefined {
  const plain = text.slice(-MOST_LOOKED_AT).replace(ESCAPE_SEQUENCES, '').replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  if (SIGNS.test(plain)) return undefined
  const sentences = validSentences(plain)
  if (sentences >= 2) return { kind: 'gps', sure: sentences >= 3 }
  const state = latest(plain)
  if (state !== undefined) return { kind: state.kind, sure: ESP_ROM.test(plain) || state.kind === 'esp-blank' }
  const sign = SIGNATURES.find(({ pattern }) => pattern.test(plain))
  if (sign !== undefined) return { kind: sign.kind, sure: sign.sure }
  return ESP_ROM.test(plain) ? { kind: 'esp-program', sure: false } : undefined
}

/** What the board's USB ids (four hexadecimal digits) tell of a program that says nothing of itself. */
export function firmwareByUsb({ vendorId = '', productId = '' }: { vendorId?: string | undefined; productId?: string | undefined }) {
  const ids = `${vendorId}:${productId}`.toUpperCase()
  return BY_USB.find(([pattern]) => pattern.test(ids))?.[1]
}

/** True for text that only MicroPython, or a program on it, prints. */
export function showsMicroPython(text: string): boolean {
  return SIGNS.test(text)
}

/** True for text with MicroPython's own greeting. */
export function showsBanner(text: string): boolean {
  return BANNER.test(text.replaceAll('\r', '\n'))
}

/** An ESP32 that was blank may wait for a download now: the state that was told last. */
function latest(text: string): Sign | undefined {
  const ends = ESP_STATES.map((sign) => ({ sign, at: [...text.matchAll(sign.pattern)].at(-1)?.index ?? -1 }))
  return ends.filter(({ at }) => at >= 0).sort((a, b) => b.at - a.at)[0]?.sign
}
