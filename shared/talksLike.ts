import { z } from 'zod'

/**
 * What may talk at a port instead of MicroPython. The last three are no firmware that is known: text, what was sent coming back, and what is no
 * text at all.
 */
export const OtherFirmware = z.enum([
  'esp-blank', // an ESP32 without a program, in its ROM
  'esp-download', // an ESP32 that waits for a flashing tool
  'esp-program', // a program made with ESP-IDF or the Arduino IDE on an ESP32
  'esp-at', // Espressif's firmware for AT commands
  'espruino',
  'lua', // NodeMCU
  'u-boot',
  'linux',
  'zephyr',
  'gps', // NMEA sentences
  'motion', // Grbl or Marlin
  'arduino',
  'pico-program', // a program made with the Pico SDK or the Arduino IDE
  'microbit-program', // such as one from MakeCode
  'text',
  'echo',
  'binary',
])
export type OtherFirmware = z.infer<typeof OtherFirmware>

/** What a port seems to be that shows no MicroPython. */
export const TalksLike = z.object({
  kind: OtherFirmware,
  /** True when it said so itself, in words that nothing else says. */
  sure: z.boolean(),
  /** True when the prompt was asked for in vain; false for what was only overheard. */
  tried: z.boolean(),
  /** A line of what it says; empty when there is none. */
  said: z.string(),
})
export type TalksLike = z.infer<typeof TalksLike>
