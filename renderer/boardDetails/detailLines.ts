import type { Space } from '../../shared/board'
import type { BoardDetails } from '../../shared/boardDetails'
import { type FirmwareFacts, mpyFormat } from '../../shared/firmware'
import { t } from '../../shared/language/language'
import { byteWords } from '../layout/byteWords'

/** One fact: what it is about, and what it says. */
export type DetailLine = readonly [name: string, value: string]

/** All that a board tells of itself, in words, from the most asked for to the least. */
export function detailLines({ firmware, memory, mounts }: BoardDetails): DetailLine[] {
  const lines: [string, string | undefined][] = [
    [t('Firmware'), `${firmware.implementation} ${firmware.version}`],
    [t('Board'), firmware.machine],
    [t('Platform'), firmware.platform],
    [t('Unique id'), firmware.uniqueId],
    [t('Memory'), freeOf(memory)],
    ...mounts.map(({ path, kind, space }): [string, string] => [
      t('Files in {{path}}', { path }),
      `${freeOf(space)}${kind === '' ? '' : ` (${kind})`}`,
    ]),
    ['.mpy', firmware.mpy === undefined ? undefined : mpyWords(firmware.mpy)],
    [t('Can do'), featureWords(firmware, true)],
    [t('Can’t do'), featureWords(firmware, false)],
    [t('Functions of os'), firmware.osFunctions.join(', ')],
    [t('Largest small integer'), firmware.maxSize],
  ]
  return lines.filter((line): line is [string, string] => line[1] !== undefined && line[1] !== '')
}

/** The lines as text to copy. */
export function detailText(lines: readonly DetailLine[]): string {
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n')
}

function freeOf({ free, total }: Space): string {
  return t('{{free}} free of {{total}}', { free: byteWords(free), total: byteWords(total) })
}

function mpyWords(value: number): string {
  const { version, subVersion, architecture } = mpyFormat(value)
  const format = `${version}.${subVersion}`
  if (architecture === undefined) return t('Version {{format}}, native code of an architecture unknown here', { format })
  return architecture === ''
    ? t('Version {{format}}, no native code', { format })
    : t('Version {{format}}, native code for {{architecture}}', { format, architecture })
}

function featureWords(firmware: FirmwareFacts, has: boolean): string {
  const features: [boolean, string][] = [
    [firmware.hasFolders, t('folders')],
    [firmware.hasRename, t('renaming')],
    [firmware.hasHash, 'SHA-256'],
    [firmware.hasCrc32, 'CRC-32'],
    [firmware.inflate !== undefined, t('expanding compressed data')],
    [firmware.canDeflate, t('compressing')],
    [firmware.hasBinaryInput && firmware.hasBinaryOutput, t('binary input and output')],
    [firmware.hasKbdIntr, t('Ctrl-C as data')],
    [firmware.pasteMode === 'raw-paste', t('raw-paste')],
    [firmware.hasThreads, t('threads')],
  ]
  return features
    .filter(([is]) => is === has)
    .map(([, words]) => words)
    .join(', ')
}
