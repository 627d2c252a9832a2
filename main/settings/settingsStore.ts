import { existsSync } from 'node:fs'
import { type Disposable, Emitter } from '../../shared/lifecycle'
import { Settings, type SettingsPatch, defaultSettings } from '../../shared/settings'
import { JsonFile } from './jsonFile'

/** The user's settings, kept in one file. */
export class SettingsStore implements Disposable {
  private readonly changed = new Emitter<Settings>()
  readonly onChange = this.changed.event
  private readonly file: JsonFile<Settings>
  private now = defaultSettings
  private written = false

  constructor(private readonly path: string) {
    this.file = new JsonFile(path, Settings)
  }

  /** False until the user has set anything, or has said that all stays as it is: nobody was asked yet. */
  get everSet(): boolean {
    return this.written
  }

  /** Reads the file; to be awaited once before `get`. */
  async load(): Promise<void> {
    this.now = await this.file.read()
    this.written = existsSync(this.path)
  }

  get(): Settings {
    return this.now
  }

  /** Changes some settings for everybody at once, and resolves with all of them when they are on the disk. */
  async update(patch: SettingsPatch): Promise<Settings> {
    const next = Settings.parse({ ...this.now, ...patch })
    this.now = next
    this.written = true
    this.changed.fire(next)
    await this.file.write(next)
    return next
  }

  dispose(): void {
    this.changed.dispose()
  }
}
