import { describe, expect, it } from 'vitest'
import { LESSONS } from '../../renderer/lessons/lessons'
import { BoardWire } from '../rig/boardWire'

/** What each lesson's program prints before anybody has touched a part. */
const PRINTED: Readonly<Record<string, string>> = {
  'blink.py': 'led: 1\r\nled: 0\r\n',
  'countdown.py': '5\r\n4\r\n3\r\n2\r\n1\r\nGo!\r\n',
  'light.py': 'light: ',
  'knob.py': 'level: ',
  'heartbeat.py': 'beat: 1\r\nbeat: 2\r\n',
}

describe('the program of the lesson', () => {
  it.each(LESSONS.map(({ title, file, program }) => ({ title, file, program })))(
    '$title runs on the virtual board',
    async ({ file, program }) => {
      const wire = await BoardWire.start()
      await wire.enterRaw()
      await wire.send(`${program}\x04`)
      await wire.until('OK')
      const printed = PRINTED[file]
      if (printed !== undefined) await wire.until(printed)
      // An error would end it, and the answer to Ctrl-C would be another.
      await wire.send('\x03')
      const rest = await wire.until('\x04>')
      expect(rest).toMatch(printed === PRINTED['countdown.py'] ? /^\x04\x04>$/ : /KeyboardInterrupt/)
    },
  )
})
