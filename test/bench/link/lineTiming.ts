/** How bytes get over a line, one direction. Times are milliseconds. */
export interface LineTiming {
  name: string
  /** Payload bytes a millisecond at most. */
  rate: number
  /** The most bytes that arrive as one. */
  packet: number
  /** What the board takes at most without reading; what comes beyond is lost, or waits where the line knows back-pressure. */
  buffer: number
  hasBackPressure: boolean
  /** When the next packet of so many bytes has arrived: it is ready to go at `ready`, and the line is free from `free` on. */
  arrival(bytes: number, ready: number, free: number): number
}

/** An asynchronous serial line with 8 data bits, no parity and one stop bit: ten bits a byte. Bytes arrive one by one; 16 fill a usual receive FIFO. */
export function uart(baud: number): LineTiming {
  const byteMs = 10_000 / baud
  return {
    name: `${baud}`,
    rate: 1 / byteMs,
    packet: 16,
    buffer: 128,
    hasBackPressure: false,
    arrival: (bytes, ready, free) => Math.max(ready, free) + bytes * byteMs,
  }
}

const PACKETS_A_FRAME = 19

/**
 * USB full speed: bulk packets of 64 bytes, of which 19 fit into a frame of 1 ms (USB 2.0, table 5-9). What is handed over in a frame goes with the next one; a
 * packet that the board has no room for is offered again.
 */
export const usbFullSpeed: LineTiming = {
  name: 'USB',
  rate: 64 * PACKETS_A_FRAME,
  packet: 64,
  buffer: 256,
  hasBackPressure: true,
  arrival(_bytes, ready, free) {
    // Slots are counted through all frames. A float may lie a hair beside the slot that it stands for.
    const next = Math.round(free * PACKETS_A_FRAME) + 1
    const first = Math.ceil(ready) * PACKETS_A_FRAME + 1
    return Math.max(next, first) / PACKETS_A_FRAME
  },
}
