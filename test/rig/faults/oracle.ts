import { isWithin } from '../../../shared/boardPath'
import type { AppError } from '../../../shared/errors'
import { sha256Of } from '../../../main/protocol/fileReading'
import type { FaultPlan } from './faultPlan'
import type { BoardTree, Operation } from './operation'
import type { Claim } from './performOperation'
import { VARIANTS } from './variants'

/** How the operation ended, as the session told it. */
export type Outcome = { kind: 'done'; claim: Claim } | { kind: 'failed'; error: AppError }

/** The name of a copy that a save leaves when it is cut off. */
export const TEMPORARY = /\/\.pb-[0-9a-f]{8}(-[^/]*)?\.tmp$/
/** A save that fails so has not touched its target. */
const UNTOUCHED = ['no-space', 'hash-mismatch', 'changed-elsewhere', 'exists', 'not-available', 'invalid-path', 'is-a-folder', 'cancelled']

/** The files as they are when the operation has been done. */
export function treeAfter(before: BoardTree, operation: Operation): BoardTree {
  const after = new Map(before)
  switch (operation.kind) {
    case 'save':
      return after.set(operation.path, operation.bytes)
    case 'upload':
      after.set(`/${operation.folder}`, null)
      for (const { path, bytes } of operation.files) {
        if (path.includes('/')) after.set(`/${operation.folder}/${path.slice(0, path.indexOf('/'))}`, null)
        after.set(`/${operation.folder}/${path}`, bytes)
      }
      return after
    case 'sync':
      for (const path of before.keys()) if (path !== operation.to && isWithin(operation.to, path)) after.delete(path)
      for (const { path, bytes } of operation.files) {
        if (path.includes('/')) after.set(`${operation.to}/${path.slice(0, path.indexOf('/'))}`, null)
        after.set(`${operation.to}/${path}`, bytes)
      }
      return after
    case 'rename':
      for (const [path, bytes] of before) {
        if (!isWithin(operation.from, path)) continue
        after.delete(path)
        after.set(operation.to + path.slice(operation.from.length), bytes)
      }
      return after
    case 'remove':
      for (const path of before.keys()) if (operation.paths.some((removed) => isWithin(removed, path))) after.delete(path)
      return after
    case 'makeFolder':
      return after.set(operation.path, null)
    case 'download':
    case 'read':
      return after
  }
}

/** What is wrong with the board's files, given what the session said; empty when all is well. */
export function judgeBoard({ variant, operation }: FaultPlan, before: BoardTree, outcome: Outcome, now: BoardTree): string[] {
  const after = treeAfter(before, operation)
  const problems: string[] = []
  const traits = VARIANTS[variant]
  const isInPlace = traits.without.os?.includes('rename') === true
  const details = outcome.kind === 'failed' ? outcome.error.details : {}
  const isUntouched = outcome.kind === 'failed' && (details.holds === 'old' || UNTOUCHED.includes(outcome.error.code))
  const leftovers = [...now.keys()].filter((path) => TEMPORARY.test(path))
  for (const path of new Set([...before.keys(), ...after.keys(), ...now.keys()])) {
    if (leftovers.includes(path)) continue
    const [old, wanted, found] = [before.get(path), after.get(path), now.get(path)]
    const isTarget = !isSame(old, wanted)
    if (outcome.kind === 'done') {
      if (!isSame(found, wanted)) problems.push(`${path} is ${words(found, old, wanted)}, though all was said to be done`)
      continue
    }
    if (isSame(found, old)) continue
    if (!isTarget) {
      problems.push(`${path}, which was none of the operation's, is ${words(found, old, wanted)}`)
      continue
    }
    if (operation.kind === 'save' && isUntouched && !(isInPlace && details.holds !== 'old'))
      problems.push(`${path} is ${words(found, old, wanted)}, though "${outcome.error.code}" says that it was left alone`)
    if (isSame(found, wanted)) continue
    if (isInPlace && ['save', 'upload', 'sync'].includes(operation.kind)) continue
    const isInLimbo = traits.refuses && found === undefined && leftovers.some((name) => isSame(now.get(name), wanted))
    if (!isInLimbo) problems.push(`${path} is ${words(found, old, wanted)}, neither old nor new`)
  }
  if (operation.kind === 'rename' && outcome.kind === 'failed' && !isTree(now, before) && !isTree(now, after))
    problems.push('renamed in part')
  if (leftovers.length > 0 && outcome.kind === 'done') problems.push(`${leftovers.join()} was left behind`)
  if (leftovers.length > 0 && outcome.kind === 'failed' && outcome.error.code !== 'port-gone' && details.leftover === undefined)
    problems.push(`${leftovers.join()} was left behind, and nobody was told`)
  return problems
}

/** What is wrong with what was said to have been done, and with what came to the computer. */
export function judgeClaim({ operation }: FaultPlan, before: BoardTree, outcome: Outcome, desk: ReadonlyMap<string, Uint8Array>): string[] {
  const problems: string[] = []
  const claim = outcome.kind === 'done' ? outcome.claim : {}
  if (operation.kind === 'save' && claim.saved !== undefined && claim.saved.sha256 !== sha256Of(operation.bytes))
    problems.push('another file was said to be saved')
  if (operation.kind === 'read' && claim.read !== undefined && !isSame(claim.read, before.get(operation.path)))
    problems.push('other bytes were read')
  if (operation.kind !== 'download') return problems
  const parent = operation.path.slice(0, operation.path.lastIndexOf('/') + 1)
  const wanted = [...before].filter(([path, bytes]) => bytes !== null && isWithin(operation.path, path))
  const names = new Set(wanted.map(([path]) => path.slice(parent.length)))
  for (const [path, bytes] of wanted) {
    const found = desk.get(path.slice(parent.length))
    if (found === undefined ? outcome.kind === 'done' : !isSame(found, bytes))
      problems.push(`the computer's copy of ${path} is ${words(found, undefined, bytes)}`)
  }
  for (const name of desk.keys()) if (!names.has(name)) problems.push(`the computer got ${name}`)
  return problems
}

type Content = Uint8Array | null | undefined

function isSame(a: Content, b: Content): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.from(a).equals(b)
  return a === b
}

function isTree(a: BoardTree, b: BoardTree): boolean {
  return a.size === b.size && [...a].every(([path, bytes]) => b.has(path) && isSame(bytes, b.get(path)))
}

function words(found: Content, old: Content, wanted: Content): string {
  if (found === undefined) return 'gone'
  if (isSame(found, old)) return 'the old one'
  if (isSame(found, wanted)) return 'the new one'
  return found === null ? 'a folder' : `something else (${found.length} bytes)`
}
