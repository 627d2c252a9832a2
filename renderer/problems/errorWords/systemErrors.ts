import { t } from '../../../shared/language/language'
import { type ErrorPlace, type ErrorRule, textOnLine } from './place'

/** OSError: what the board's system, its files, its buses or its network refused. Firmware gives the name, or only the number. */
export const SYSTEM_RULES: readonly ErrorRule[] = [
  [errno('ENOENT', 2), (_part, place) => missing(place)],
  [errno('EEXIST', 17), () => t('A file or folder of that name is there already.')],
  [errno('ETIMEDOUT', 110, 116), () => t('The other side didn’t answer in time. Check the wiring, the address or the network.')],
  [errno('ENOSPC', 28), () => t('The board’s storage is full. Delete files on it that you don’t need.')],
  [
    errno('ENODEV', 19),
    () => t('No device answered at that address. Check its wiring and its power; i2c.scan() lists the addresses that answer.'),
  ],
  [errno('EIO', 5), () => t('Talking to the device failed. Check the wiring, and the pins that the program names.')],
  [
    errno('EBADF', 9),
    () => t('The file can’t be used like this: it is closed, or was opened for reading only. To write, open it with "w".'),
  ],
  [errno('ENOMEM', 12), () => t('The board has no memory left for this. A reset gives it back.')],
  [errno('EACCES', 13), () => t('The board doesn’t allow that.')],
  [errno('EPERM', 1), () => t('The board doesn’t allow that.')],
  [errno('EISDIR', 21), () => t('That is a folder, not a file.')],
  [errno('EINVAL', 22), () => t('One of the values in the brackets can’t be used here.')],
  [errno('EROFS', 30), () => t('The board’s storage can only be read now.')],
  [errno('ECONNRESET', 104), () => t('The other side has closed the connection.')],
  [errno('ECONNREFUSED', 111), () => t('Nobody listens at that address and port.')],
  [errno('EHOSTUNREACH', 113, 118), () => t('The board can’t reach that address. Is it connected to the network?')],
  [errno('EADDRINUSE', 98, 112), () => t('The port is in use already, maybe by an earlier run. A soft reset sets it free.')],
  [
    /^OSError: (?:\[Errno )?-2\b/,
    () => t('The name of the other side could not be found. Is the board connected to the network, and is the name right?'),
  ],
  [/^OSError/, () => t('Something that belongs to the board itself, a file, a device or the network, refused this.')],
]

function errno(name: string, ...numbers: number[]): RegExp {
  return new RegExp(`^OSError: (?:.*\\b${name}\\b|(?:\\[Errno |\\()?(?:${numbers.join('|')})(?:\\]|,|\\)|$))`)
}

function missing(place: ErrorPlace | null): string {
  const file = textOnLine(place)
  return file === null
    ? t('There is no file or folder of that name on the board.')
    : t('There is no “{{file}}” on the board. Files of the computer must be uploaded first, and upper and lower case count.', { file })
}
