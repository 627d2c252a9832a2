import type { Clock } from '../../shared/clock'
import { type Disposable, Emitter } from '../../shared/lifecycle'
import { type BootDrive, readBootDrive } from './bootDrive'
import type { Drive } from './drives'
import { withLimit } from './limit'

/** A drive answers within milliseconds; one that doesn't is not waited for. */
const READ_LIMIT_MS = 2_000

/** A drive with what it says of the board behind it. */
export interface FoundDrive {
  drive: Drive
  boot: BootDrive
}

interface Reading {
  result: Promise<BootDrive | undefined>
  isSettled: boolean
}

/** Reads each drive once while it is there. A drive that hangs costs one look of 2 s, and is not asked again until it has answered. */
export class BootDrives implements Disposable {
  private readonly readings = new Map<string, Reading>()
  private readonly late = new Emitter<undefined>()
  /** Fires when a drive has answered after its limit: look again. */
  readonly onLate = this.late.event

  /** `remember` is false where drives are listed whether they are there or not: then they are read at each look. */
  constructor(
    private readonly clock: Clock,
    private readonly remember: boolean,
    private readonly read: (folder: string) => Promise<BootDrive | undefined> = readBootDrive,
  ) {}

  /** Those of the drives that are a bootloader's, within 2 s. */
  async look(drives: readonly Drive[]): Promise<FoundDrive[]> {
    const keys = new Set(drives.map(keyOf))
    for (const [key, reading] of this.readings) {
      if (reading.isSettled && !(this.remember && keys.has(key))) this.readings.delete(key)
    }
    const found = await Promise.all(drives.map(async (drive) => ({ drive, boot: await this.readInTime(drive) })))
    return found.filter((each): each is FoundDrive => each.boot !== undefined)
  }

  dispose(): void {
    this.late.dispose()
  }

  private async readInTime(drive: Drive): Promise<BootDrive | undefined> {
    const known = this.readings.get(keyOf(drive))
    if (known !== undefined) return known.isSettled ? await known.result : undefined
    const reading: Reading = { result: this.read(drive.folder), isSettled: false }
    this.readings.set(keyOf(drive), reading)
    let isLate = false
    const settle = (): void => {
      reading.isSettled = true
      if (isLate) this.late.fire(undefined)
    }
    reading.result.then(settle, settle)
    try {
      return await withLimit(this.clock, READ_LIMIT_MS, drive.name, reading.result)
    } catch {
      isLate = true
      return undefined // no bootloader's, as far as anybody can tell now
    }
  }
}

function keyOf({ device, folder }: Drive): string {
  return `${device ?? ''} ${folder}`
}
