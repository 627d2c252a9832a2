import { createHash } from 'node:crypto'
import path from 'node:path'
import type { z } from 'zod'
import { JsonFile } from './jsonFile'

/** A file per key in one folder. Keys come from boards and pages and are not trusted: a file's name is the key's hash. */
export class KeyedFiles<T> {
  private readonly files = new Map<string, JsonFile<T>>()

  constructor(
    private readonly folder: string,
    private readonly schema: z.ZodType<T>,
  ) {}

  /** Always the same object for a key, so that its reads and writes keep their order. */
  of(key: string): JsonFile<T> {
    const file = this.files.get(key) ?? new JsonFile(this.pathOf(key), this.schema)
    this.files.set(key, file)
    return file
  }

  pathOf(key: string): string {
    return path.join(this.folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`)
  }
}
