import { AppError, type ErrorCode, type ErrorDetails } from '../../shared/errors'
import { t, text } from '../../shared/language/language'

const CODES: Partial<Record<string, [ErrorCode, string]>> = {
  ENOENT: ['not-found', text('{{path}} does not exist')],
  EEXIST: ['exists', text('{{path}} exists already')],
  ENOTDIR: ['not-a-folder', text('{{path}} is not a folder')],
  EISDIR: ['is-a-folder', text('{{path}} is a folder')],
  ENOTEMPTY: ['not-empty', text('{{path}} is not empty')],
  ENOSPC: ['no-space', text('{{path}} does not fit: the disk is full')],
  EDQUOT: ['no-space', text('{{path}} does not fit: your share of the disk is full')],
  EACCES: ['permission', text('{{path}} can’t be used: no permission')],
  EPERM: ['permission', text('{{path}} can’t be used: no permission')],
  EROFS: ['permission', text('{{path}} can’t be changed: the disk is read-only')],
  ENAMETOOLONG: ['invalid-path', text('{{path}} is too long a name')],
  EINVAL: ['invalid-path', text('{{path}} is not a valid name')],
  ELOOP: ['invalid-path', text('{{path}} is a link that leads to itself')],
  ERR_INVALID_ARG_VALUE: ['invalid-path', text('{{path}} is not a valid name')],
  EFBIG: ['too-large', text('{{path}} is too large')],
}

/** Turns what the file system threw about `path` into an AppError with `{ path }`; an AppError stays as it is. */
export function fsError(thrown: unknown, path: string): AppError {
  if (thrown instanceof AppError) return thrown
  const { code } = thrown as NodeJS.ErrnoException
  const known = code === undefined ? undefined : CODES[code]
  const details: ErrorDetails = code === undefined ? { path } : { path, errno: code }
  if (known !== undefined) return new AppError(known[0], t(known[1], { path }), details, { cause: thrown })
  return new AppError('internal', `${path}: ${thrown instanceof Error ? thrown.message : String(thrown)}`, details, { cause: thrown })
}

/** Runs work on `path`; its failures come out as AppErrors. */
export async function withFsErrors<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw fsError(thrown, path)
  }
}
