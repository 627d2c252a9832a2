import { constants } from 'node:fs'
import { open, readFile, realpath, stat } from 'node:fs/promises'
import { AppError, type ErrorCode, type ErrorDetails } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { findPortHolder } from './portHolder'

/** Where the facts are looked up; injected by tests. */
export interface PortErrorSources {
  procRoot?: string
  groupFile?: string
  platform?: NodeJS.Platform
}

const CODES: Partial<Record<string, ErrorCode>> = {
  ENOENT: 'port-not-found',
  ENOTDIR: 'port-not-found',
  EACCES: 'port-permission',
  EPERM: 'port-permission',
  EBUSY: 'port-busy',
  EAGAIN: 'port-busy',
  ENXIO: 'port-gone',
  ENODEV: 'port-gone',
  EIO: 'port-gone',
  EBADF: 'port-gone',
}

/** The binding reports some failures as text alone; its own words and the C library's untranslated ones. */
const TEXTS: readonly [RegExp, ErrorCode][] = [
  [/cannot lock port/i, 'port-busy'],
  [/device or resource busy/i, 'port-busy'],
  [/no such file or directory|file not found/i, 'port-not-found'],
  [/permission denied|operation not permitted/i, 'port-permission'],
  // Windows opens a port for one program alone and calls the second one's failure so.
  [/access denied/i, 'port-busy'],
  [/no such device|input\/output error|bad file descriptor|invalid handle/i, 'port-gone'],
]

/** The code for what the serial binding or the file system threw; undefined when neither its errno nor its text is known. */
export function portErrorCode(thrown: unknown): ErrorCode | undefined {
  const { code, message = '' } = thrown as { code?: unknown; message?: string }
  const known = typeof code === 'string' ? CODES[code] : undefined
  return known ?? TEXTS.find(([text]) => text.test(message))?.[1]
}

/**
 * Turns a failure to open `path` into an AppError, once, with the facts its text is made from: `port`, the `group` that may use the
 * port (port-permission), the `holder` that has it (port-busy). Never throws.
 */
export async function classifyPortError(path: string, thrown: unknown, sources: PortErrorSources = {}): Promise<AppError> {
  if (thrown instanceof AppError) return thrown
  const platform = sources.platform ?? process.platform
  const code = portErrorCode(thrown) ?? (platform === 'win32' ? undefined : await codeByTrying(path)) ?? 'port-failed'
  const details: ErrorDetails = { port: path }
  if (code === 'port-permission' && platform === 'linux') {
    const group = await groupOf(path, sources.groupFile ?? '/etc/group')
    if (group !== undefined) details.group = group
  }
  if (code === 'port-busy' && platform === 'linux') {
    const holder = await findPortHolder(await nodeOf(path), sources.procRoot)
    if (holder !== undefined) details.holder = holder
  }
  return new AppError(code, describe(code, details, thrown), details, { cause: thrown })
}

/** The same for a port that was open. */
export function goneError(path: string, thrown?: unknown): AppError {
  return new AppError('port-gone', t('{{path}} vanished', { path }), { port: path }, { cause: thrown })
}

/** Electron makes the C library speak the user's language, so that the binding's text can't be matched: ask the system for an errno. */
async function codeByTrying(path: string): Promise<ErrorCode | undefined> {
  try {
    const file = await open(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK)
    await file.close()
    return undefined
  } catch (thrown) {
    return portErrorCode(thrown)
  }
}

async function groupOf(path: string, groupFile: string): Promise<string | undefined> {
  try {
    const { gid } = await stat(path)
    const lines = (await readFile(groupFile, 'utf8')).split('\n').map((line) => line.split(':'))
    return lines.find((fields) => fields[2] === String(gid))?.[0] ?? String(gid)
  } catch {
    return undefined // the text does without the group
  }
}

async function nodeOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return path
  }
}

function describe(code: ErrorCode, { port, holder, group }: ErrorDetails, thrown: unknown): string {
  const path = String(port)
  if (code === 'port-not-found') return t('There is no port {{path}}', { path })
  if (code === 'port-permission') {
    return group === undefined
      ? t('No permission for {{port}}', { port: path })
      : t('No permission for {{port}}; it belongs to the group {{group}}', { port: path, group: String(group) })
  }
  if (code === 'port-busy') {
    return holder === undefined
      ? t('Another program is using {{port}}', { port: path })
      : t('{{holder}} is using {{port}}', { holder: String(holder), port: path })
  }
  if (code === 'port-gone') return t('{{path}} vanished', { path })
  return t('{{path}} can’t be opened: {{reason}}', { path, reason: thrown instanceof Error ? thrown.message : String(thrown) })
}
