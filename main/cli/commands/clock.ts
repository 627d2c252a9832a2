import { AppError } from '../../../shared/errors'
import { t, text } from '../../../shared/language/language'
import type { BoardJob } from '../../board/jobRunner'
import { ask, count, lineOf } from '../../protocol/boardAnswer'
import type { BoardCommand } from '../command'
import { EXIT } from '../exitCodes'

/** A clock that was set may be this far from ours when it is read again, in seconds: the way there and back. */
const MOST_APART_S = 3

/** `rtc`: the board's clock. */
export const rtc: BoardCommand = {
  kind: 'board',
  name: 'rtc',
  usage: '[--set]',
  summary: text('Show the board’s clock, or set it to this computer’s'),
  details: text(
    'As machine.RTC().datetime() has it: year, month, day, weekday from Monday = 0, hours, minutes, seconds, subseconds; local time.',
  ),
  options: { set: { type: 'boolean', help: text('Set it to this computer’s local time') } },
  words: [0, 0],
  hasJson: true,
  stopsProgram: true,
  async run({ board, has, output, json, services }) {
    const fields = await board.job(t('Looking at the clock'), async (job) => {
      if (!has('set')) return await askClock(job)
      const now = new Date(services.clock.now())
      const read = await askClock(job, datetimeOf(now))
      if (Math.abs(dateOf(read) - now.getTime()) / 1_000 > MOST_APART_S) {
        throw new AppError('board-error', t('The board’s clock was set, but shows {{time}}', { time: tuple(read) }))
      }
      return read
    })
    if (json) output.json(fields)
    else if (!has('set')) output.line(tuple(fields))
    return EXIT.ok
  },
}

/** The eight numbers that `RTC.datetime` takes. */
export function datetimeOf(date: Date): number[] {
  const weekday = (date.getDay() + 6) % 7
  return [date.getFullYear(), date.getMonth() + 1, date.getDate(), weekday, date.getHours(), date.getMinutes(), date.getSeconds(), 0]
}

function dateOf([year = 0, month = 0, day = 0, , hours = 0, minutes = 0, seconds = 0]: readonly number[]): number {
  return new Date(year, month - 1, day, hours, minutes, seconds).getTime()
}

function tuple(fields: readonly number[]): string {
  return `(${fields.join(', ')})`
}

async function askClock({ repl, firmware, signal }: BoardJob, set?: readonly number[]): Promise<number[]> {
  const code = [
    'def _pb():',
    ' from builtins import print',
    ' from machine import RTC',
    ' r=RTC()',
    ...(set === undefined ? [] : [` r.datetime((${set.join(',')}))`]),
    " print('~D',*r.datetime())",
    " print('~.')",
    'try:',
    ' _pb()',
    'finally:',
    ' del _pb',
    '',
  ].join('\n')
  const line = lineOf(await ask(repl, code, { path: 'machine.RTC', platform: firmware.platform, signal }), 'D')
  return [0, 1, 2, 3, 4, 5, 6, 7].map((index) => count(line, index))
}
