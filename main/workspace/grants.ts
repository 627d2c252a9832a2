import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { JsonFile } from '../settings/jsonFile'

/** More are not kept: the oldest go. */
const MAX_GRANTS = 200

const GrantFile = z.object({ paths: z.array(z.string()).default([]) })

/** The folders and files that the user chose. Everything else on the computer is out of a page's reach. */
export class Grants {
  private readonly file: JsonFile<z.infer<typeof GrantFile>>
  private known: Promise<string[]> | undefined

  /** `wholeDisk`: everything is granted. */
  constructor(
    file: string,
    private readonly wholeDisk = false,
  ) {
    this.file = new JsonFile(file, GrantFile)
  }

  /** Remembers the folder with all that is below it, or the one file. It need not exist yet. */
  async add(chosen: string): Promise<void> {
    const real = await resolveReal(chosen)
    const others = (await this.all()).filter((granted) => granted !== real)
    const paths = [...others, real].slice(-MAX_GRANTS)
    this.known = Promise.resolve(paths)
    await this.file.write({ paths })
  }

  async covers(file: string): Promise<boolean> {
    const real = await resolveReal(file)
    if (this.wholeDisk) return true
    return (await this.all()).some((granted) => isInside(granted, real))
  }

  /** Rejects with `forbidden` for a path outside; links are followed first. */
  async require(file: string): Promise<void> {
    if (!(await this.covers(file))) throw outside(file)
  }

  /** The same for work on the entry itself, such as a rename: a last link is not followed. */
  async requireEntry(entry: string): Promise<void> {
    const real = path.join(await resolveReal(path.dirname(requireAbsolute(entry))), path.basename(entry))
    if (!this.wholeDisk && !(await this.all()).some((granted) => isInside(granted, real))) throw outside(entry)
  }

  private all(): Promise<string[]> {
    this.known ??= this.file.read().then(({ paths }) => paths)
    return this.known
  }
}

function outside(file: string): AppError {
  return new AppError('forbidden', t('{{path}} is outside the folders that you opened', { path: file }), { path: file })
}

/** Rejects what is no absolute path; resolves `.` and `..`. */
export function requireAbsolute(file: string): string {
  if (!path.isAbsolute(file) || file.includes('\0'))
    throw new AppError('invalid-path', t('{{path}} is not an absolute path', { path: file }), { path: file })
  return path.resolve(file)
}

/** The path with the links of its existing part followed: a file that is to be made lies in its real folder. */
async function resolveReal(file: string): Promise<string> {
  const absolute = requireAbsolute(file)
  try {
    return await realpath(absolute)
  } catch {
    const parent = path.dirname(absolute)
    return parent === absolute ? absolute : path.join(await resolveReal(parent), path.basename(absolute))
  }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative === '' || (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative))
}
