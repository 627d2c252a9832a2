import path from 'node:path'
import { RotatingFile } from './rotatingFile'

const LIMITS = { size: 5 * 1024 * 1024, files: 3 }

/** Every byte that a board printed, exactly, in a file of its own. Writing never throws and never makes the session wait. */
export class SessionLog {
  private readonly file: RotatingFile

  /** `name` is the board's or the port's; it is made fit for a file's name. */
  constructor(folder: string, name: string) {
    this.file = new RotatingFile(path.join(folder, `${fileName(name)}.log`), LIMITS)
  }

  /** Where the newest bytes are. */
  get path(): string {
    return this.file.path
  }

  /** Bytes that are missing because the disk failed or was too slow. */
  get lostBytes(): number {
    return this.file.lostBytes
  }

  /** The bytes must not be changed afterwards. */
  write(bytes: Uint8Array): void {
    this.file.append(bytes)
  }

  /** Resolves when everything written so far is with the system. */
  flush(): Promise<void> {
    return this.file.flush()
  }

  /** Flushes and closes; never rejects. */
  close(): Promise<void> {
    return this.file.close()
  }
}

/** `usb:2E8A:0005:e66` becomes `board-usb-2E8A-0005-e66`: no part of a name can lead out of the folder or be a device of Windows. */
function fileName(name: string): string {
  return `board-${name
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)}`
}
