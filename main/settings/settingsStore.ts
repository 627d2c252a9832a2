import { type Disposable, Emitter } from '../../shared/lifecycle'
import { Settings, type SettingsPatch, defaultSettings } from '../../shared/settings'
import { JsonFile } from './jsonFile'

/** The user's settings, kept in one file. */
export class SettingsStore implements Disposable {
  private readonly changed = new Emitter<Settings>()
  readonly onChange = this.changed.event
  private readonly file: JsonFile<Settings>
  private now = defaultSettings

  constructor(file: string) {
    this.file = new JsonFile(file, Settings)
  }

  /** Reads the file; to be awaited once before `get`. */
  async load(): Promise<void> {
    this.now = await this.file.read()
  }

  get(): Settings {
    return this.now
  }

  /** Changes some settings for everybody at once, and resolves with all of them when they are on the disk. */
  async update(patch: SettingsPatch): Promise<Settings> {
    const next = Settings.parse({ ...this.now, ...patch })
    this.now = next
    this.changed.fire(next)
    await this.file.write(next)
    return next
  }

  dispose(): void {
    this.changed.dispose()
  }
}
