/** The bytes of an open port; one read and one write at a time. */
export interface BytePipe {
  /** At least one byte, in an array of its own. Rejects with the system's error when the port vanished or was closed. */
  read(): Promise<Uint8Array>
  /** Hands every byte to the system; rejects with `timeout` when it takes nothing for WRITE_STALL_MS. */
  write(bytes: Uint8Array): Promise<void>
}

/** The most that one read takes. */
export const READ_SIZE = 64 * 1024
