import { AppError } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { ask, lineOf } from './boardAnswer'
import { nameOnBoard } from './boardScripts'
import { type CheckedScript, change } from './checkedScript'
import type { Firmware } from './probe'
import { pythonString } from './pythonLiteral'
import type { RawRepl } from './rawRepl'

/** Letters of the answer: the board found the copy to be equal; the target is the old file no more. */
const EQUAL = 'Y'
const BEGUN = 'K'

/**
 * Copies a file on the board and has the board compare the two, byte by byte: nothing travels. Not to be called off. Throws what the board's error stands
 * for; from the moment at which the target was opened, and with that emptied, the error's `leftover` names the original, which stays whole.
 */
export async function copyOnBoard(repl: RawRepl, firmware: Firmware, from: string, to: string): Promise<void> {
  const seen = { begun: false }
  try {
    const lines = await ask(repl, copyScript(nameOnBoard(from, firmware), nameOnBoard(to, firmware)), {
      path: to,
      platform: firmware.platform,
      hasCrc32: firmware.hasCrc32,
      onLine(line) {
        if (line === `~${BEGUN}`) seen.begun = true
      },
    })
    if (lineOf(lines, EQUAL) === undefined)
      throw new AppError('hash-mismatch', t('The copy of {{path}} on the board differs from what was sent', { path: to }), { path: to })
  } catch (thrown) {
    const error = AppError.from(thrown)
    if (!seen.begun || error.code === 'port-gone') throw error
    throw new AppError(error.code, error.message, { ...error.details, leftover: from }, { cause: thrown })
  }
}

/** `~K` before the target is opened, `~Y` when both are found to be equal; a line now and then meanwhile. Small pieces: such boards have little memory. */
function copyScript(from: string, to: string): CheckedScript {
  const source = pythonString(from)
  const target = pythonString(to)
  return change([
    'i=0',
    `a=open(${source},'rb')`,
    'try:',
    ` print('~${BEGUN}')`,
    ` b=open(${target},'wb')`,
    ' try:',
    '  while 1:',
    '   c=a.read(64)',
    '   if not c:break',
    '   if b.write(c) not in (None,len(c)):raise OSError(28)',
    '   i+=1',
    "   if not i%32:print('~')",
    ' finally:b.close()',
    'finally:a.close()',
    `a=open(${source},'rb')`,
    `b=open(${target},'rb')`,
    'try:',
    ' c=1',
    ' while c:',
    '  c=a.read(64)',
    '  if c!=b.read(64):break',
    ` else:print('~${EQUAL}')`,
    'finally:',
    ' a.close()',
    ' b.close()',
  ])
}
