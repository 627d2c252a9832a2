import { baseName, joinBoardPath, parentBoardPath } from '../../shared/boardPath'
import { utf8 } from './bytes'
import { sha256Of } from './fileReading'

/** Longer names of targets are not part of the temporary name: 255 bytes is the most that a board's file system takes, and 120 on a micro:bit. */
const MOST_NAME_BYTES = 100
const TEMPORARY = /^\.pb-([0-9a-f]{8})(?:-(.+))?\.tmp$/

/**
 * The name beside the target under which its copy grows: the same for each try, so that what a failed one left is found and gone on with. The target's own
 * name is in it, so that what is left says whose it is.
 */
export function temporaryPath(path: string): string {
  const name = baseName(path)
  const kept = utf8(name).length > MOST_NAME_BYTES ? '' : `-${name}`
  return joinBoardPath(parentBoardPath(path), `.pb-${mark(name)}${kept}.tmp`)
}

/** True for the name of a copy of ours. */
export function isTemporaryName(name: string): boolean {
  return TEMPORARY.test(name)
}

/** The path of the file that a copy of ours was to become; undefined where its name doesn't say. */
export function targetOfTemporary(path: string): string | undefined {
  const [, hash, name] = TEMPORARY.exec(baseName(path)) ?? []
  return name !== undefined && mark(name) === hash ? joinBoardPath(parentBoardPath(path), name) : undefined
}

function mark(name: string): string {
  return sha256Of(utf8(name)).slice(0, 8)
}
