import { type ChildProcess, spawn } from 'node:child_process'

/** A program under test, with what it has said so far. Dispose ends it. */
export class Program {
  stdout = ''
  stderr = ''
  readonly ended: Promise<number | null>
  private readonly child: ChildProcess
  private readonly looking = new Set<() => void>()

  /** `env` adds to the tests' own environment; `undefined` takes a variable out. */
  constructor(
    file: string,
    args: readonly string[],
    env: Record<string, string | undefined>,
    { cwd, input = false }: { cwd?: string; input?: boolean } = {},
  ) {
    const whole = Object.fromEntries(Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined))
    this.child = spawn(file, [...args], { env: whole, cwd, stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'] })
    this.child.stdout?.on('data', (bytes: Buffer) => {
      this.stdout += bytes.toString()
      this.look()
    })
    this.child.stderr?.on('data', (bytes: Buffer) => {
      this.stderr += bytes.toString()
      this.look()
    })
    this.ended = new Promise((resolve, reject) => {
      this.child.once('close', resolve)
      this.child.once('error', reject)
    })
    void this.ended.finally(() => this.look())
  }

  /** Waits until the pattern stands in standard output, and returns its first group (or all of it). */
  async says(pattern: RegExp, limitMs = 20_000): Promise<string> {
    return await new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer)
        this.looking.delete(look)
      }
      const fail = (why: string): void => {
        stop()
        reject(new Error(`${why} before it said ${String(pattern)}:\n${this.stdout}${this.stderr}`))
      }
      const look = (): void => {
        const found = pattern.exec(this.stdout)
        if (found !== null) {
          stop()
          resolve(found[1] ?? found[0])
        } else if (this.child.exitCode !== null) fail('The program ended')
      }
      const timer = setTimeout(() => fail('Time ran out'), limitMs)
      this.looking.add(look)
      look()
    })
  }

  /** What stands at the program's standard input, where it has one. */
  type(text: string | Uint8Array): void {
    this.child.stdin?.write(text)
  }

  endInput(): void {
    this.child.stdin?.end()
  }

  /** Reads no more of what it says, as `| head` does. */
  hangUp(): void {
    this.child.stdout?.destroy()
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name)
  }

  /** Asks the program to end and waits; one that does not end within 8 s is killed. Returns its exit code. */
  async end(): Promise<number | null> {
    this.signal('SIGTERM')
    const timer = setTimeout(() => this.signal('SIGKILL'), 8_000)
    const code = await this.ended
    clearTimeout(timer)
    return code
  }

  private look(): void {
    for (const look of [...this.looking]) look()
  }
}
