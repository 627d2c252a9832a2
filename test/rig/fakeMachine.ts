import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { temporaryFolder } from './temporaryFolder'

/** A USB device as the kernel shows it. */
export interface FakeUsb {
  idVendor: string
  idProduct: string
  product?: string
}

/** The sys, dev and proc of a Linux machine of our own, laid out as the kernel does, with USB devices, disks and mounts that come and go. */
export class FakeMachine {
  private readonly mounts = new Map<string, string>()

  private constructor(readonly root: string) {}

  /** `root` must be a folder of the test's own; absent: a new one. */
  static async make(root?: string): Promise<FakeMachine> {
    const machine = new FakeMachine(root ?? (await temporaryFolder()))
    for (const folder of ['sys/bus/usb/devices', 'sys/dev/block', 'sys/class/block', 'sys/class/tty', 'dev/disk/by-label', 'proc/self']) {
      await mkdir(machine.in(folder), { recursive: true })
    }
    await machine.writeMounts()
    return machine
  }

  get sources() {
    return { platform: 'linux' as const, sysRoot: this.in('sys'), devRoot: this.in('dev'), procRoot: this.in('proc') }
  }

  async plug(location: string, facts: FakeUsb): Promise<void> {
    const device = this.in('sys/devices/usb', location)
    await mkdir(device, { recursive: true })
    for (const [name, value] of Object.entries(facts)) await writeFile(path.join(device, name), `${String(value)}\n`)
    await symlink(device, this.in('sys/bus/usb/devices', location))
  }

  async unplug(location: string): Promise<void> {
    await rm(this.in('sys/bus/usb/devices', location))
    await rm(this.in('sys/devices/usb', location), { recursive: true })
  }

  /** A disk of a plugged device. */
  async disk(location: string, name: string, device: string, label?: string): Promise<void> {
    const folder = this.in('sys/devices/usb', location, `${location}:1.0/host6/target6:0:0/6:0:0:0/block`, name)
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'dev'), `${device}\n`)
    await symlink(folder, this.in('sys/dev/block', device))
    await symlink(folder, this.in('sys/class/block', name))
    await writeFile(this.in('dev', name), '')
    if (label !== undefined) await symlink(`../../${name}`, this.in('dev/disk/by-label', label))
  }

  /** Mounts a disk with these files; answers the folder. */
  async mount(device: string, name: string, files: Record<string, string | Uint8Array> = {}, type = 'vfat'): Promise<string> {
    const folder = this.in('media', name)
    await mkdir(folder, { recursive: true })
    for (const [file, content] of Object.entries(files)) await writeFile(path.join(folder, file), content)
    const escaped = folder.replace(/[ \t\n\\]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`)
    this.mounts.set(device, `90 27 ${device} / ${escaped} rw,nosuid,relatime shared:9 - ${type} /dev/sda1 rw`)
    await this.writeMounts()
    return folder
  }

  async unmount(device: string): Promise<void> {
    this.mounts.delete(device)
    await this.writeMounts()
  }

  private in(...names: string[]): string {
    return path.join(this.root, ...names)
  }

  private async writeMounts(): Promise<void> {
    const lines = ['22 27 0:21 / /proc rw,relatime - proc proc rw', '27 1 8:2 / / rw - ext4 /dev/nvme0n1p2 rw', ...this.mounts.values()]
    // In one step, as the kernel shows it.
    await writeFile(this.in('proc/self/mountinfo.new'), `${lines.join('\n')}\n`)
    await rename(this.in('proc/self/mountinfo.new'), this.in('proc/self/mountinfo'))
  }
}

/** The INFO_UF2.TXT of a Pico's own bootloader. */
export const PICO_INFO = 'UF2 Bootloader v3.0\r\nModel: Raspberry Pi RP2\r\nBoard-ID: RPI-RP2\r\n'
