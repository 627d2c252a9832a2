import { BoardMemory } from '../../shared/board'
import { KeyedFiles } from './keyedFiles'

/** What is remembered of each board, under the board's key. */
export class BoardMemoryStore {
  private readonly files: KeyedFiles<BoardMemory>
  private readonly known = new Map<string, Promise<BoardMemory>>()

  constructor(folder: string) {
    this.files = new KeyedFiles(folder, BoardMemory)
  }

  /** The defaults for a board that was never seen. */
  get(key: string): Promise<BoardMemory> {
    const known = this.known.get(key) ?? this.files.of(key).read()
    this.known.set(key, known)
    return known
  }

  /** Changes some of it; resolves when it is on the disk. */
  async update(key: string, patch: Partial<BoardMemory>): Promise<void> {
    const next = this.get(key).then((now) => ({ ...now, ...patch }))
    this.known.set(key, next)
    await this.files.of(key).write(await next)
  }
}
