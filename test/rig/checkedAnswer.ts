import { utf8 } from '../../main/protocol/bytes'
import { checkOf, type CheckOptions } from '../../main/protocol/checkedScript'

/** What a board answers to a checked script that ends well: these lines, then their check; up to the raw prompt. */
export function checkedAnswer(lines: string, options: CheckOptions): string {
  const check = lines
    .split('\r\n')
    .filter((line) => line.startsWith('~'))
    .reduce((before, line) => checkOf(utf8(line), before, options), 0)
  return `${lines}~. ${check}\r\n\u0004\u0004>`
}
