import { describe, expect, it } from 'vitest'
import { BoardWire } from '../rig/boardWire'

describe('the board’s registers', () => {
  it('keep what is written to them, and a part that is not there is an OSError', async () => {
    const wire = await BoardWire.start()
    await wire.enterRaw()
    const { output } = await wire.run(
      [
        'import _hw',
        '_hw.registers[100] = 7',
        'row = _hw.words(160, 30)',
        'row[2] = 513',
        'print(_hw.registers[100], row[2], _hw.registers[164], _hw.registers[165], len(_hw.registers))',
        '_hw.changed()',
        'print(_hw.registers[0])',
        'try:',
        '  _hw.ask(200, b"hello")',
        'except OSError as e:',
        '  print(e)',
      ].join('\n'),
    )
    expect(output).toBe('7 513 1 2 4096\r\n1\r\n[Errno 19] ENODEV\r\n')
  })
})
