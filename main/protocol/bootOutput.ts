import { concat, textOf } from './bytes'

/** What the firmware itself prints on a soft reset from the raw REPL, before boot.py: `OK` for the Ctrl-D, then its own lines. */
const FIRMWARE_LINES = /^(OK)?\r?$|^(MPY: )?(sync filesystems|soft reboot)\r?$/
const NEWLINE = 0x0a

/** Passes on what boot.py prints in a soft reset, without the firmware's own lines before it. */
export class BootOutput {
  private kept: Uint8Array = new Uint8Array()
  private begun = false

  constructor(private readonly onOutput: (bytes: Uint8Array) => void) {}

  feed(bytes: Uint8Array): void {
    if (this.begun) {
      this.onOutput(bytes)
      return
    }
    this.kept = concat(this.kept, bytes)
    for (let end = this.kept.indexOf(NEWLINE); end >= 0; end = this.kept.indexOf(NEWLINE)) {
      if (!FIRMWARE_LINES.test(textOf(this.kept.subarray(0, end)))) {
        this.end()
        return
      }
      this.kept = this.kept.subarray(end + 1)
    }
  }

  /** Nothing more comes: shows what was kept back. */
  end(): void {
    this.begun = true
    if (this.kept.length > 0) this.onOutput(this.kept)
    this.kept = new Uint8Array()
  }
}
