/** Error numbers as MicroPython's boards report them. */
export const Errno = {
  ENOENT: 2,
  EIO: 5,
  EBADF: 9,
  ENOMEM: 12,
  EBUSY: 16,
  EEXIST: 17,
  ENODEV: 19,
  ENOTDIR: 20,
  EISDIR: 21,
  EINVAL: 22,
  EMFILE: 24,
  ENOSPC: 28,
  ENAMETOOLONG: 36,
  ENOTEMPTY: 39,
  ETIMEDOUT: 110,
} as const

/** A file operation that the board's program sees fail as an `OSError` of this number. */
export class FlashError extends Error {
  override readonly name = 'FlashError'

  constructor(
    readonly errno: number,
    options?: ErrorOptions,
  ) {
    super(`OSError ${errno}`, options)
  }
}
