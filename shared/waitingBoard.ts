import { z } from 'zod'

/** Boards that get MicroPython in the same way. `uf2` is any other board with a drive that takes UF2 files. */
export const BoardFamily = z.enum(['rp2', 'esp32', 'microbit', 'stm32', 'samd', 'nrf', 'teensy', 'arduino', 'uf2'])
export type BoardFamily = z.infer<typeof BoardFamily>

/** A board that is plugged in and waits in its bootloader: it takes firmware, and runs none. */
export const WaitingBoard = z.object({
  /** The same as long as it stays plugged in. */
  id: z.string(),
  /** What to call it. May come from the board: untrusted text, without control characters. */
  name: z.string(),
  family: BoardFamily,
  /**
   * How it shows: by a drive, by a drive that the system has not opened yet, by a USB device without either, by a serial port;
   * `maintenance` is a drive for the firmware of the board's USB chip, which takes no MicroPython.
   */
  seenAs: z.enum(['drive', 'closed-drive', 'usb', 'port', 'maintenance']),
  /** The drive's name, the USB device's place, or the port's path. */
  place: z.string(),
  /** Where the drive is mounted; for `drive` and `maintenance`. */
  folder: z.string().optional(),
  /** Its serial port, which answers to flashing tools and to nobody else. */
  port: z.string().optional(),
})
export type WaitingBoard = z.infer<typeof WaitingBoard>
