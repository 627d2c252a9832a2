import type { Signals } from './transport'

/** The commands of RFC 2217's COM-PORT-OPTION that we send; the server's answer to each has 100 added. */
export const Command = {
  signature: 0,
  setBaudRate: 1,
  setDataSize: 2,
  setParity: 3,
  setStopSize: 4,
  setControl: 5,
  setLineStateMask: 10,
  setModemStateMask: 11,
  purge: 12,
} as const

/** What a server sends by itself. */
export const Notice = { signature: 100, suspend: 108, resume: 109 } as const

/** What is added to a command's number in its answer. */
export const ANSWER = 100

/** Values of `setControl`. */
const BREAK = { on: 5, off: 6 }
const DTR = { on: 8, off: 9 }
const RTS = { on: 11, off: 12 }

/** Values of `purge`. */
const BOTH_BUFFERS = 3

/** A command with its value. */
export interface Setting {
  command: number
  value: Uint8Array
}

/** 8 data bits, no parity, one stop bit, at this speed. Moves no signal line. */
export function portSettings(baudRate: number): Setting[] {
  const speed = new Uint8Array(4)
  new DataView(speed.buffer).setUint32(0, baudRate)
  return [
    { command: Command.setBaudRate, value: speed },
    { command: Command.setDataSize, value: Uint8Array.of(8) },
    { command: Command.setParity, value: Uint8Array.of(1) },
    { command: Command.setStopSize, value: Uint8Array.of(1) },
  ]
}

/** The lines that are to be moved, in the order in which a port does it. */
export function signalSettings({ dtr, rts, break: brk }: Signals): Setting[] {
  const settings: Setting[] = []
  const add = (on: boolean | undefined, line: { on: number; off: number }): void => {
    if (on !== undefined) settings.push({ command: Command.setControl, value: Uint8Array.of(on ? line.on : line.off) })
  }
  add(dtr, DTR)
  add(rts, RTS)
  add(brk, BREAK)
  return settings
}

/** No flow control: MicroPython sets its own pace. */
export const NO_FLOW_CONTROL: Setting = { command: Command.setControl, value: Uint8Array.of(1) }

/** Throws away what waits in the server's buffers, both ways. */
export const PURGE: Setting = { command: Command.purge, value: Uint8Array.of(BOTH_BUFFERS) }

/** What is of no interest to us: changes of lines and modem signals. */
export const SILENCE: readonly Setting[] = [
  { command: Command.setLineStateMask, value: Uint8Array.of(0) },
  { command: Command.setModemStateMask, value: Uint8Array.of(0) },
]

/** A setting as parameters of the option. */
export function parametersOf({ command, value }: Setting): Uint8Array {
  return Uint8Array.of(command, ...value)
}
