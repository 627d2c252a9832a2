import fs from 'node:fs'
import path from 'node:path'

/** A setting: a whole number of 32 bits, or bytes. */
export type Setting = number | Uint8Array

/** The settings of each namespace. */
export type Settings = Map<string, Map<string, Setting>>

const FILE = 'settings.json'

/** The settings of the board's programs (`esp32.NVS`) on the host's disk, beside its files: one file, replaced as a whole. */
export class SettingsStore {
  private readonly file: string

  constructor(private readonly folder: string) {
    this.file = path.join(folder, FILE)
  }

  /** What was saved last; nothing the first time. A file that cannot be understood is kept aside. Throws when the host refuses to read. */
  load(): Settings {
    if (!fs.existsSync(this.file)) return new Map()
    const text = fs.readFileSync(this.file, 'utf8')
    try {
      return parseSettings(text)
    } catch {
      // A board would have lost them too; somebody may still want to look.
      fs.renameSync(this.file, path.join(this.folder, `settings-damaged-${Date.now()}.json`))
      return new Map()
    }
  }

  /** Throws when the host refuses to write; then what was saved before is still there. */
  save(settings: Settings): void {
    const temporary = `${this.file}.new`
    const values = [...settings].map(([name, values]) => [name, [...values].map(([key, value]) => [key, toJson(value)])])
    fs.writeFileSync(temporary, JSON.stringify(values))
    fs.renameSync(temporary, this.file)
  }
}

function toJson(value: Setting): number | string {
  return typeof value === 'number' ? value : Buffer.from(value).toString('base64')
}

function parseSettings(text: string): Settings {
  return new Map(
    pairs(JSON.parse(text)).map(([name, values]) => [name, new Map(pairs(values).map(([key, value]) => [key, fromJson(value)]))]),
  )
}

function pairs(value: unknown): [string, unknown][] {
  if (!Array.isArray(value)) throw new Error('Not a list of settings')
  return value.map((pair: unknown) => {
    if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[0] !== 'string') throw new Error('Not a setting')
    return [pair[0], pair[1]]
  })
}

function fromJson(value: unknown): Setting {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return new Uint8Array(Buffer.from(value, 'base64'))
  throw new Error('Not the value of a setting')
}
