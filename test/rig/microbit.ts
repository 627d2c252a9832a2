import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'

/** MicroPython 1.9.2 for the micro:bit, as Debian's package firmware-microbit-micropython has it. */
const FIRMWARE = '/usr/share/firmware-microbit-micropython/firmware.hex'
/** The emulator says where its serial port is as soon as it runs. */
const START_MS = 20_000
const PORT = /char device redirected to (\S+) /

/**
 * A micro:bit under emulation: real firmware of 2017, with 9 KB of heap and 63 bytes of receive buffer, at the end of a real serial port. Its files
 * live as long as it does.
 */
export interface Microbit {
  /** What to open: `new SerialTransport(microbit.path)`. */
  path: string
  /** Presses the reset button: files stay, and main.py runs. */
  reset(): void
  /** Takes its power away; the port vanishes. May be called twice. */
  dispose(): Promise<void>
}

/** Starts qemu-system-arm and answers when the port is there, while the board boots. Rejects after 20 s, or when the emulator can't be started. */
export async function startMicrobit(): Promise<Microbit> {
  const board = ['-M', 'microbit', '-device', `loader,file=${FIRMWARE}`, '-serial', 'pty']
  const emulator = spawn('qemu-system-arm', [...board, '-display', 'none', '-monitor', 'stdio'], { stdio: ['pipe', 'pipe', 'pipe'] })
  hurry(emulator.pid)
  const ended = once(emulator, 'exit').catch(() => undefined) // that it couldn't be started is told by portOf
  const dispose = async (): Promise<void> => {
    emulator.kill('SIGKILL')
    await ended
  }
  try {
    const path = await portOf(emulator)
    return { path, reset: () => emulator.stdin.write('system_reset\n'), dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

/**
 * A board never waits for other programs. An emulated one does, on a busy computer, and then finds more in its port than its receive buffer holds. So it goes
 * first where the system lets us say so, which is to root alone.
 */
function hurry(pid: number | undefined): void {
  if (pid !== undefined && process.getuid?.() === 0) os.setPriority(pid, os.constants.priority.PRIORITY_HIGHEST)
}

function portOf(emulator: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string): void => reject(new Error(`The emulated micro:bit did not start: ${why}\n${said}`))
    const patience = setTimeout(() => fail('no port in time'), START_MS)
    const hear = (bytes: Buffer): void => {
      said += bytes.toString()
      const port = PORT.exec(said)?.[1]
      if (port === undefined) return
      clearTimeout(patience)
      resolve(port)
    }
    emulator.stdout?.on('data', hear)
    emulator.stderr?.on('data', hear)
    emulator.once('error', (error) => fail(error.message))
    emulator.once('exit', (code, signal) => fail(`it ended (${String(code ?? signal)})`))
  })
}
