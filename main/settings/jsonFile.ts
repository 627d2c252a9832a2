import { mkdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { writeAtomic } from '../workspace/atomicWrite'

/**
 * One value in a JSON file. What is missing takes the schema's defaults (the schema accepts `{}`); a file that can't be understood is kept aside as
 * `<name>.bad`, and the defaults are used. Writing is atomic, one at a time, in order.
 */
export class JsonFile<T> {
  private last: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly file: string,
    private readonly schema: z.ZodType<T>,
  ) {}

  /** The value after all writes so far. Rejects with the system's error only when the file is there and can't be read. */
  read(): Promise<T> {
    return this.next(async () => {
      const text = await this.text()
      if (text === undefined) return this.schema.parse({})
      const value = parseJson(text)
      const checked = this.schema.safeParse(value)
      if (checked.success) return checked.data
      await rename(this.file, `${this.file}.bad`)
      return this.schema.parse({})
    })
  }

  /** Rejects with the system's error; the file is then as before. */
  write(value: T): Promise<void> {
    return this.next(async () => {
      await mkdir(path.dirname(this.file), { recursive: true })
      await writeAtomic(this.file, `${JSON.stringify(value, null, 2)}\n`)
    })
  }

  private next<R>(work: () => Promise<R>): Promise<R> {
    const result = this.last.then(work)
    this.last = result.catch(() => undefined) // the next one waits for this one; its failure is its caller's
    return result
  }

  private async text(): Promise<string | undefined> {
    try {
      return await readFile(this.file, 'utf8')
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw thrown
    }
  }
}

/** Undefined, which no schema accepts, for text that is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
