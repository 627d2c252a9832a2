import type { Chance } from './chance'

/** A board's storage: what each file holds, by absolute path; folders hold null. */
export type BoardTree = ReadonlyMap<string, Uint8Array | null>

/** What the user asks for. Paths are the board's; `files` of an upload are below the folder that is uploaded. */
export type Operation =
  | { kind: 'save'; path: string; bytes: Uint8Array; isExpected: boolean }
  | { kind: 'upload'; folder: string; files: { path: string; bytes: Uint8Array }[] }
  /** The board's folder becomes as one of the computer. */
  | { kind: 'sync'; to: string; files: { path: string; bytes: Uint8Array }[] }
  | { kind: 'download'; path: string }
  | { kind: 'read'; path: string }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'remove'; paths: string[] }
  | { kind: 'makeFolder'; path: string }

const FILES = ['/main.py', '/config.json', '/grün und "blau".txt', '/lib/a.py', '/lib/b.py', '/data/x.bin', '/data/deep/y.txt'] as const
const FLAT_FILES = ['/main.py', '/config.json', '/a.py', '/x.bin', '/y.txt'] as const

/** A handful of files; the same ones in every plan, with contents of their own. */
export function treeOf(chance: Chance, isFlat: boolean): BoardTree {
  const tree = new Map<string, Uint8Array | null>()
  if (!isFlat) for (const folder of ['/lib', '/data', '/data/deep', '/empty']) tree.set(folder, null)
  for (const path of isFlat ? FLAT_FILES : FILES) {
    // main.py is a program that ends at once.
    tree.set(
      path,
      path === '/main.py'
        ? new TextEncoder().encode(`# ${chance.between(0, 999_999)}\n`)
        : contentOf(chance, chance.pick([0, 30, 700, 3_000])),
    )
  }
  return tree
}

/** Something to do with these files. */
export function operationOf(chance: Chance, tree: BoardTree, isFlat: boolean): Operation {
  const files = [...tree.keys()].filter((path) => tree.get(path) !== null && path !== '/main.py') as [string, ...string[]]
  const kind = chance.weighted({
    save: 40,
    upload: isFlat ? 0 : 12,
    sync: isFlat ? 0 : 10,
    download: isFlat ? 0 : 8,
    read: 6,
    rename: isFlat ? 0 : 14,
    remove: 14,
    makeFolder: isFlat ? 0 : 4,
  })
  switch (kind) {
    case 'save': {
      const path = chance.pick<string>(['/config.json', '/config.json', ...files, '/new.py', ...(isFlat ? [] : ['/lib/new file.py'])])
      return {
        kind,
        path,
        bytes: contentOf(chance, chance.pick([0, 1, 80, 500, 2_000, 6_000, 9_000, 30_000])),
        isExpected: tree.has(path) && chance.percent(40),
      }
    }
    case 'upload': {
      const names: [string, ...string[]] = ['a.py', 'b.py', 'sub/c.txt', 'sub/d.bin']
      const count = chance.between(1, names.length)
      return {
        kind,
        folder: chance.pick(['lib', 'fresh']),
        files: names.slice(0, count).map((path) => ({ path, bytes: contentOf(chance, chance.pick([0, 40, 900, 5_000])) })),
      }
    }
    case 'sync': {
      const [same, other] = [tree.get('/data/deep/y.txt'), tree.get('/data/x.bin')]
      const files = [
        {
          path: 'x.bin',
          bytes: chance.percent(30) && other instanceof Uint8Array ? other : contentOf(chance, chance.pick([0, 40, 4_000])),
        },
        { path: 'added.txt', bytes: contentOf(chance, chance.pick([5, 900, 9_000])) },
      ]
      if (chance.percent(60) && same instanceof Uint8Array) files.push({ path: 'deep/y.txt', bytes: same })
      return { kind, to: '/data', files }
    }
    case 'download':
      return { kind, path: chance.pick(['/lib', '/data', '/config.json']) }
    case 'read':
      return { kind, path: chance.pick(files) }
    case 'rename':
      return chance.pick<Operation>([
        { kind, from: chance.pick(files), to: '/data/moved.txt' },
        { kind, from: '/data', to: '/other' },
        { kind, from: '/lib', to: '/data/lib' },
        // Refused, as it is there.
        { kind, from: '/config.json', to: '/lib/a.py' },
      ])
    case 'remove':
      return {
        kind,
        paths: isFlat
          ? [chance.pick(files)]
          : chance.pick([['/data'], ['/lib', '/config.json'], ['/lib/a.py'], ['/data/x.bin', '/lib/b.py'], [chance.pick(files)]]),
      }
    case 'makeFolder':
      return { kind, path: chance.pick(['/made', '/lib/made']) }
  }
}

/** Text half of the time, which compresses; else bytes of any value. */
function contentOf(chance: Chance, size: number): Uint8Array {
  if (chance.percent(50)) return chance.bytes(size)
  const lines: string[] = []
  for (let length = 0; length < size;) {
    const line = `value_${chance.between(0, 99)} = sensor.read(${chance.between(0, 9)})\n`
    lines.push(line)
    length += line.length
  }
  return new TextEncoder().encode(lines.join('')).slice(0, size)
}

/** Roughly how many bytes pass in each direction, so that faults meet some of them. */
export function expectedBytes(operation: Operation): { up: number; down: number } {
  switch (operation.kind) {
    case 'save':
      return { up: 3_200 + Math.round(operation.bytes.length * 1.8), down: 500 + Math.round(operation.bytes.length / 20) }
    case 'upload':
      return {
        up: 4_000 + operation.files.reduce((sum, { bytes }) => sum + 2_500 + 1.8 * bytes.length, 0),
        down: 400 + 300 * operation.files.length,
      }
    case 'sync':
      return { up: 6_000 + operation.files.reduce((sum, { bytes }) => sum + 600 + 1.2 * bytes.length, 0), down: 5_000 }
    case 'download':
      return { up: 4_000, down: 6_000 }
    case 'read':
      return { up: 1_800, down: 2_500 }
    case 'rename':
    case 'makeFolder':
      return { up: 500, down: 120 }
    case 'remove':
      return { up: 500 * operation.paths.length, down: 120 }
  }
}

/** The operation in a few words. */
export function describeOperation(operation: Operation): string {
  switch (operation.kind) {
    case 'save':
      return `save ${operation.path} (${operation.bytes.length} bytes${operation.isExpected ? ', as expected' : ''})`
    case 'upload':
      return `upload ${operation.files.length} files as ${operation.folder}`
    case 'sync':
      return `sync ${operation.files.length} files into ${operation.to}`
    case 'rename':
      return `rename ${operation.from} to ${operation.to}`
    case 'remove':
      return `remove ${operation.paths.join(', ')}`
    default:
      return `${operation.kind} ${operation.path}`
  }
}
