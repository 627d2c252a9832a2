import { AppError, type ErrorCode, type ErrorDetails } from '../../shared/errors'

const CODES: Partial<Record<string, [ErrorCode, string]>> = {
  ENOENT: ['not-found', 'does not exist'],
  EEXIST: ['exists', 'exists already'],
  ENOTDIR: ['not-a-folder', 'is not a folder'],
  EISDIR: ['is-a-folder', 'is a folder'],
  ENOTEMPTY: ['not-empty', 'is not empty'],
  ENOSPC: ['no-space', 'does not fit: the disk is full'],
  EDQUOT: ['no-space', 'does not fit: your share of the disk is full'],
  EACCES: ['permission', 'can’t be used: no permission'],
  EPERM: ['permission', 'can’t be used: no permission'],
  EROFS: ['permission', 'can’t be changed: the disk is read-only'],
  ENAMETOOLONG: ['invalid-path', 'is too long a name'],
  EINVAL: ['invalid-path', 'is not a valid name'],
  ELOOP: ['invalid-path', 'is a link that leads to itself'],
  ERR_INVALID_ARG_VALUE: ['invalid-path', 'is not a valid name'],
  EFBIG: ['too-large', 'is too large'],
}

/** Turns what the file system threw about `path` into an AppError with `{ path }`; an AppError stays as it is. */
export function fsError(thrown: unknown, path: string): AppError {
  if (thrown instanceof AppError) return thrown
  const { code } = thrown as NodeJS.ErrnoException
  const known = code === undefined ? undefined : CODES[code]
  const details: ErrorDetails = code === undefined ? { path } : { path, errno: code }
  if (known !== undefined) return new AppError(known[0], `${path} ${known[1]}`, details, { cause: thrown })
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
