/** What the binding's poller tells: a descriptor is ready, or the error that ends it. A `poll` replaces the one before it. */
export interface Poller {
  on(event: 'readable' | 'writable', listener: (error: Error | null) => void): unknown
  poll(events: number): void
}

/** A port as the binding opened it. */
export interface OpenPort {
  read(buffer: Buffer, offset: number, length: number): Promise<{ bytesRead: number }>
  write(buffer: Buffer): Promise<void>
  /** Sets every line: one that is left out goes off. */
  set(lines: { dtr: boolean; rts: boolean; brk: boolean }): Promise<void>
  get(): Promise<unknown>
  /** Throws away what was neither read nor transmitted. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** An open port of Linux or macOS: a descriptor, null once closed. */
export interface UnixPort extends OpenPort {
  readonly fd: number | null
  readonly poller: Poller
}

/** A port as the system lists it. */
export interface ListedPort {
  path: string
  manufacturer?: string
  serialNumber?: string
  locationId?: string
  vendorId?: string
  productId?: string
  /** What the device calls itself; only where we read it. */
  product?: string
  /** Windows only. */
  friendlyName?: string
}

/** What is used of it. */
export interface SerialBinding {
  open(options: { path: string; baudRate: number; hupcl: boolean; lock: boolean }): Promise<OpenPort | UnixPort>
  list(): Promise<ListedPort[]>
}

/**
 * serialport's native part, loaded when it is first needed: it takes a while, and where it can't be loaded everything but serial ports works.
 * Its types are written here because its packages' own ones don't resolve under `bundler` resolution.
 */
export async function loadSerialBinding(): Promise<SerialBinding> {
  const { SerialPort } = await import('serialport')
  const binding: unknown = SerialPort.binding
  return binding as SerialBinding
}
