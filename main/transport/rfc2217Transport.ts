import { type Clock, systemClock } from '../../shared/clock'
import { AppError, hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { Emitter } from '../../shared/lifecycle'
import {
  ANSWER,
  Command,
  NO_FLOW_CONTROL,
  Notice,
  parametersOf,
  portSettings,
  PURGE,
  type Setting,
  SILENCE,
  signalSettings,
} from './comPort'
import { withLimit } from './limit'
import { parseNetworkAddress } from './networkAddress'
import type { SerialOptions } from './serialTransport'
import { TcpConnection } from './tcpConnection'
import { COM_PORT, escapeIac, negotiation, subnegotiation, TelnetDecoder } from './telnetCodec'
import { TelnetOptions } from './telnetOptions'
import { type Gone, type Signals, type Transport, WRITE_STALL_MS } from './transport'

const OPEN_LIMIT_MS = 10_000
const CLOSE_LIMIT_MS = 2_000
/** A server says within this what it can do. */
const AGREE_MS = 3_000
/** A setting is answered within this. */
const SETTING_MS = 3_000
const SIGNATURE = new TextEncoder().encode('Perfboard')

/** A serial port with its speed and signal lines behind a server of RFC 2217, `rfc2217://host:port`. */
export class Rfc2217Transport implements Transport {
  readonly hasSignals = true
  private readonly data = new Emitter<Uint8Array>()
  private readonly gone = new Emitter<Gone>()
  readonly onData = this.data.event
  readonly onGone = this.gone.event
  private readonly tcp: TcpConnection
  private readonly options: TelnetOptions
  private readonly changed = new Emitter<undefined>()
  private readonly answered = new Emitter<Setting>()
  private readonly clock: Clock
  private isSuspended = false
  private isStalled = false
  private settings: Promise<unknown> = Promise.resolve()

  /** Throws `invalid-path` for what is no such address. */
  constructor(
    readonly path: string,
    private readonly serial: SerialOptions = {},
  ) {
    this.clock = serial.clock ?? systemClock
    this.tcp = new TcpConnection(path, parseNetworkAddress(path), this.clock)
    this.options = new TelnetOptions((verb, option) => this.say(negotiation(verb, option)))
    const decoder = new TelnetDecoder({
      onData: (bytes) => this.data.fire(bytes),
      onNegotiation: (verb, option) => {
        this.options.heard(verb, option)
        this.changed.fire(undefined)
      },
      onSubnegotiation: (option, parameters) => {
        if (option === COM_PORT) this.hear(parameters)
      },
    })
    this.tcp.onData((bytes) => decoder.feed(bytes))
    this.tcp.onGone((reason) => {
      this.changed.fire(undefined)
      this.gone.fire({ reason })
    })
  }

  /** As `Transport.open`; `port-failed` for what is no such server, or one whose port can't be set so. */
  async open(): Promise<void> {
    try {
      await withLimit(this.clock, OPEN_LIMIT_MS, t('Opening {{path}}', { path: this.path }), this.begin())
    } catch (thrown) {
      await this.close()
      throw thrown
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.until(() => !this.isSuspended, WRITE_STALL_MS, t('Writing'))
    try {
      await this.tcp.write(escapeIac(bytes))
    } catch (thrown) {
      this.isStalled = true
      throw thrown
    }
  }

  pause(): void {
    this.tcp.pause()
  }

  resume(): void {
    this.tcp.resume()
  }

  /** Rejects with `timeout` when the server doesn't answer, `not-available` when it leaves a line as it is. */
  async setSignals(signals: Signals): Promise<void> {
    for (const setting of signalSettings(signals)) await this.set(setting)
  }

  async close(): Promise<void> {
    if (this.isStalled) this.say(subnegotiation(COM_PORT, parametersOf(PURGE)))
    try {
      await withLimit(this.clock, CLOSE_LIMIT_MS, t('Closing {{path}}', { path: this.path }), this.tcp.close())
    } catch {
      this.tcp.destroy() // the other side takes nothing more
    }
  }

  private async begin(): Promise<void> {
    const { baudRate = 115_200, dtr, rts } = this.serial
    await this.tcp.connect()
    this.options.begin()
    const noServer = (): AppError =>
      new AppError('port-failed', t('{{path}} is no RFC 2217 server; a plain socket is named socket://host:port', { path: this.path }), {
        port: this.path,
      })
    try {
      await this.until(() => this.options.isReady || this.options.isRefused, AGREE_MS, t('Opening {{path}}', { path: this.path }))
    } catch (thrown) {
      throw this.tcp.isOpen ? noServer() : thrown
    }
    if (!this.options.isReady) throw noServer()
    for (const setting of SILENCE) this.say(subnegotiation(COM_PORT, parametersOf(setting)))
    for (const setting of portSettings(baudRate)) await this.set(setting)
    await this.set(NO_FLOW_CONTROL).catch((thrown: unknown) => {
      // A server that leaves this as it is may have a port without such lines.
      if (!hasCode(thrown, 'not-available')) throw thrown
    })
    await this.setSignals({ ...(dtr === undefined ? {} : { dtr }), ...(rts === undefined ? {} : { rts }) })
  }

  /** One setting at a time: its answer is known by its number alone. */
  private set(setting: Setting): Promise<void> {
    const done = this.settings.then(() => this.setNow(setting))
    this.settings = done.catch(() => undefined) // the next setting waits for this one; its failure is its caller's
    return done
  }

  private async setNow({ command, value }: Setting): Promise<void> {
    let answer: Uint8Array | undefined
    const listening = this.answered.event((heard) => {
      if (heard.command === command) answer = heard.value
      this.changed.fire(undefined)
    })
    try {
      this.say(subnegotiation(COM_PORT, parametersOf({ command, value })))
      await this.until(() => answer !== undefined, SETTING_MS, t('Setting {{path}}', { path: this.path }))
    } finally {
      listening.dispose()
    }
    if (answer !== undefined && value.every((byte, index) => answer?.[index] === byte)) return
    if (command === Command.setControl)
      throw new AppError('not-available', t('{{path}} leaves its signal lines as they are', { path: this.path }), { port: this.path })
    throw new AppError('port-failed', t('The port behind {{path}} can’t be set so', { path: this.path }), { port: this.path })
  }

  private hear([command = 0, ...value]: Uint8Array): void {
    if (command === Notice.suspend) this.isSuspended = true
    else if (command === Notice.resume) this.isSuspended = false
    else if (command === Command.signature || (command === Notice.signature && value.length === 0)) {
      this.say(subnegotiation(COM_PORT, Uint8Array.of(Command.signature, ...SIGNATURE)))
    } else this.answered.fire({ command: command - ANSWER, value: Uint8Array.from(value) })
    this.changed.fire(undefined)
  }

  /** Sends what belongs to telnet itself. Its failure shows in what waits for the answer. */
  private say(bytes: Uint8Array): void {
    this.tcp.write(bytes).catch(() => this.changed.fire(undefined))
  }

  /** Waits for something that the server says; rejects with `port-gone` when it goes instead, with `timeout` after the limit. */
  private async until(isSo: () => boolean, limitMs: number, what: string): Promise<void> {
    if (isSo()) return
    const coming = new Promise<void>((resolve, reject) => {
      const listening = this.changed.event(() => {
        if (!isSo() && this.tcp.isOpen) return
        listening.dispose()
        if (isSo()) resolve()
        else this.tcp.write(new Uint8Array()).then(resolve, reject)
      })
    })
    await withLimit(this.clock, limitMs, what, coming)
  }
}
