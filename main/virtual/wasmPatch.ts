/** One function of a WebAssembly binary given a new body. Both bodies are hex, without their length. */
export interface BodyPatch {
  /** Its index, imports counted. */
  index: number
  /** What stands there now: a binary of another build is refused instead of being broken. */
  before: string
  after: string
}

/** Pieces of a function's body, each replaced wherever it stands. All hex. */
export interface PiecePatch {
  index: number
  /** How often the piece stands there: a binary of another build is refused here too. */
  pieces: readonly (readonly [before: string, times: number, after: string])[]
}

/** Everything that is changed in a binary before it is compiled. */
export interface WasmPatch {
  bodies: readonly BodyPatch[]
  pieces: readonly PiecePatch[]
  /** Functions that the host shall be able to call. */
  exports: readonly (readonly [name: string, index: number])[]
  /** Texts of the data, replaced by others of the same length. */
  texts: readonly (readonly [before: string, after: string])[]
}

const MAGIC_LENGTH = 8
const IMPORT_SECTION = 2
const MEMORY_SECTION = 5
const EXPORT_SECTION = 7
const CODE_SECTION = 10
const EXPORTED_FUNCTION = 0
const HAS_MAXIMUM = 0x01
const SHARED_WITH_MAXIMUM = 0x03

/**
 * The binary with its own memory made shared, so that another thread can reach into it, and with the patch carried out.
 * Throws when the binary isn't the one the patch was made for.
 */
export function patchWasm(binary: Uint8Array, importedFunctions: number, patch: WasmPatch): Uint8Array<ArrayBuffer> {
  const source = Buffer.from(binary)
  for (const [before, after] of patch.texts) replaceText(source, before, after)
  const parts: Uint8Array[] = [source.subarray(0, MAGIC_LENGTH)]
  const reader = new Reader(source, MAGIC_LENGTH)
  while (!reader.atEnd) {
    const id = reader.byte()
    const body = reader.bytes(reader.number())
    parts.push(section(id, patchSection(id, body, importedFunctions, patch)))
  }
  return new Uint8Array(Buffer.concat(parts))
}

function patchSection(id: number, body: Buffer, importedFunctions: number, patch: WasmPatch): Uint8Array {
  if (id === IMPORT_SECTION) {
    const count = new Reader(body, 0).number()
    if (count !== importedFunctions) throw new Error(`The firmware has ${count} imports instead of ${importedFunctions}`)
  }
  if (id === MEMORY_SECTION) {
    if (body[0] !== 1 || body[1] !== HAS_MAXIMUM) throw new Error('The firmware does not have one memory with a limit')
    return Buffer.concat([body.subarray(0, 1), Buffer.from([SHARED_WITH_MAXIMUM]), body.subarray(2)])
  }
  if (id === EXPORT_SECTION) return addExports(body, patch.exports)
  return id === CODE_SECTION ? patchCode(body, importedFunctions, [...patch.bodies, ...patch.pieces]) : body
}

function addExports(section: Buffer, added: WasmPatch['exports']): Uint8Array {
  const reader = new Reader(section, 0)
  const count = reader.number()
  const entries = added.map(([name, index]) =>
    Buffer.concat([unsigned(name.length), Buffer.from(name), Buffer.from([EXPORTED_FUNCTION]), unsigned(index)]),
  )
  return Buffer.concat([unsigned(count + added.length), reader.rest(), ...entries])
}

function patchCode(code: Buffer, importedFunctions: number, patches: readonly (BodyPatch | PiecePatch)[]): Uint8Array {
  const reader = new Reader(code, 0)
  const count = reader.number()
  const parts: Uint8Array[] = [unsigned(count)]
  const waiting = new Map(patches.map((patch) => [patch.index, patch]))
  for (let i = 0; i < count; i++) {
    const body = reader.bytes(reader.number())
    const patch = waiting.get(i + importedFunctions)
    if (patch === undefined) {
      parts.push(unsigned(body.length), body)
      continue
    }
    const after = Buffer.from(patchBody(body.toString('hex'), patch), 'hex')
    parts.push(unsigned(after.length), after)
    waiting.delete(patch.index)
  }
  if (waiting.size > 0) throw new Error('The firmware has fewer functions than were to be patched')
  return Buffer.concat(parts)
}

function patchBody(body: string, patch: BodyPatch | PiecePatch): string {
  const another = new Error(`Function ${patch.index} of the firmware is another one`)
  if ('after' in patch) {
    if (body !== patch.before) throw another
    return patch.after
  }
  let patched = body
  for (const [before, times, after] of patch.pieces) {
    const between = patched.split(before)
    if (between.length !== times + 1) throw another
    patched = between.join(after)
  }
  return patched
}

function replaceText(source: Buffer, before: string, after: string): void {
  const at = source.indexOf(before)
  if (at < 0 || source.includes(before, at + 1) || before.length !== after.length)
    throw new Error(`The firmware does not say ${before} once`)
  source.write(after, at, 'latin1')
}

function section(id: number, body: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([id]), unsigned(body.length), body])
}

/** A number in LEB128, as the format has them. */
function unsigned(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    bytes.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return Uint8Array.from(bytes)
}

class Reader {
  constructor(
    private readonly source: Buffer,
    private at: number,
  ) {}

  get atEnd(): boolean {
    return this.at >= this.source.length
  }

  byte(): number {
    return this.source.readUInt8(this.at++)
  }

  bytes(length: number): Buffer {
    const start = this.at
    this.at += length
    return this.source.subarray(start, this.at)
  }

  rest(): Buffer {
    return this.source.subarray(this.at)
  }

  number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }
}
