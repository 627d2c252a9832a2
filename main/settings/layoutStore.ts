import { Layout } from '../../shared/layout'
import { KeyedFiles } from './keyedFiles'

/** Each window's arrangement, under the window's key. */
export class LayoutStore {
  private readonly files: KeyedFiles<Layout>

  constructor(folder: string) {
    this.files = new KeyedFiles(folder, Layout)
  }

  /** The default layout for a window that was never kept. */
  load(key: string): Promise<Layout> {
    return this.files.of(key).read()
  }

  save(key: string, layout: Layout): Promise<void> {
    return this.files.of(key).write(layout)
  }
}
