import path from 'node:path'
import type { PortInfo } from '../../shared/board'
import type { Clock } from '../../shared/clock'
import { type Disposable, DisposableStore, Emitter, type Event } from '../../shared/lifecycle'
import type { WaitingBoard } from '../../shared/waitingBoard'
import { BootDrives } from './bootDrives'
import { fatMounts, mountTable } from './drives'
import { namesIn } from './namesIn'
import { isDeviceName } from './usbBootloaders'
import { findWaitingBoards, type WaitingSources } from './waitingBoards'

/** The kernel's lists lie in memory: reading them costs a fraction of a millisecond, and touches no disk. */
const KERNEL_PERIOD_MS = 1_000
/** Without such lists the drives themselves are asked, and rarer. */
const DRIVES_PERIOD_MS = 3_000

/** How waiting boards are watched. */
export interface WaitingWatcherOptions extends WaitingSources {
  clock: Clock
  /** The serial ports as they are known; bootloaders may be among them. */
  ports: { readonly current: readonly PortInfo[]; readonly onChange: Event<readonly PortInfo[]> }
}

/** Notices boards that come and go in their bootloader. */
export class WaitingWatcher implements Disposable {
  private readonly owned = new DisposableStore()
  private readonly changed = this.owned.add(new Emitter<readonly WaitingBoard[]>())
  /** The new list. */
  readonly onChange = this.changed.event
  private readonly drives: BootDrives
  private known: readonly WaitingBoard[] = []
  private signature: string | null = null
  private next: Disposable | undefined
  private running = false
  private refreshing: Promise<void> = Promise.resolve()

  constructor(private readonly options: WaitingWatcherOptions) {
    this.drives = this.owned.add(new BootDrives(options.clock, this.platform !== 'win32'))
  }

  /** The boards as last seen; empty until the first look. */
  get current(): readonly WaitingBoard[] {
    return this.known
  }

  /** Looks now, and from then on until disposed. */
  start(): void {
    if (this.running) return
    this.running = true
    this.owned.add(this.options.ports.onChange(() => void this.refresh()))
    this.owned.add(this.drives.onLate(() => void this.refresh()))
    void this.look()
  }

  /** Looks now; resolves when `current` is up to date, within about 2 s. */
  refresh(): Promise<void> {
    this.refreshing = this.refreshing.then(() => this.find())
    return this.refreshing
  }

  dispose(): void {
    this.running = false
    this.next?.dispose()
    this.owned.dispose()
  }

  private get platform(): NodeJS.Platform {
    return this.options.platform ?? process.platform
  }

  private async look(): Promise<void> {
    const signature = await this.systemSignature()
    if (signature === null || signature !== this.signature) await this.refresh()
    this.signature = signature
    if (!this.running) return
    this.next = this.options.clock.after(signature === null ? DRIVES_PERIOD_MS : KERNEL_PERIOD_MS, () => void this.look())
  }

  /** Changes whenever a USB device, a FAT drive or a volume comes or goes; null where nothing tells that without asking each drive. */
  private async systemSignature(): Promise<string | null> {
    const { sysRoot = '/sys', devRoot = '/dev', procRoot = '/proc', volumesRoot = '/Volumes' } = this.options
    if (this.platform === 'win32') return null
    if (this.platform === 'darwin') return (await namesIn(volumesRoot)).sort().join('\n')
    const devices = (await namesIn(path.join(sysRoot, 'bus/usb/devices'))).filter(isDeviceName)
    const labels = await namesIn(path.join(devRoot, 'disk/by-label'))
    const mounts = fatMounts(await mountTable(procRoot)).map(({ device, folder }) => `${device ?? ''} ${folder}`)
    return [...devices.sort(), '', ...labels.sort(), '', ...mounts].join('\n')
  }

  private async find(): Promise<void> {
    const boards = await findWaitingBoards(this.options, this.drives, this.options.ports.current)
    if (JSON.stringify(boards) === JSON.stringify(this.known)) return
    this.known = boards
    this.changed.fire(boards)
  }
}
