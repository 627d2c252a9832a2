/** Paths of the computer behind the page, which may not be the page's own system: the path itself tells which it is. */
export function isWindowsPath(path: string): boolean {
  return /^[A-Za-z]:[\\/]|^\\\\/.test(path)
}

/** Position of the last separator, or -1. */
function lastSeparator(path: string): number {
  return isWindowsPath(path) ? Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) : path.lastIndexOf('/')
}

/** The last part of a path. */
export function diskName(path: string): string {
  return path.slice(lastSeparator(path) + 1) || path
}

/** The folder that holds a path; the path itself at the top. */
export function diskParent(path: string): string {
  const at = lastSeparator(path)
  if (at < 0) return path
  if (isWindowsPath(path) && at <= 2) return path.slice(0, 3)
  return path.slice(0, at) || '/'
}

/** Puts a name into a folder. */
export function diskJoin(folder: string, name: string): string {
  const separator = isWindowsPath(folder) ? '\\' : '/'
  return folder.endsWith(separator) ? folder + name : folder + separator + name
}

/** True when `path` is `folder` or lies below it. */
export function isDiskWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(diskJoin(folder, ''))
}
