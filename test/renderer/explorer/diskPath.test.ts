import { describe, expect, it } from 'vitest'
import { diskJoin, diskName, diskParent, isDiskWithin } from '../../../renderer/explorer/diskPath'

describe('paths of the computer', () => {
  it.each([
    ['/home/ann/a.py', '/home/ann', 'a.py'],
    ['/a.py', '/', 'a.py'],
    ['C:\\Users\\ann\\a.py', 'C:\\Users\\ann', 'a.py'],
    ['C:\\a.py', 'C:\\', 'a.py'],
    ['/home/back\\slash.py', '/home', 'back\\slash.py'],
  ])('%s is %s and %s, and comes back from its parts', (path, parent, name) => {
    expect(diskParent(path)).toBe(parent)
    expect(diskName(path)).toBe(name)
    expect(diskJoin(parent, name)).toBe(path)
  })

  it('does not take a neighbour with a like name for something inside the folder', () => {
    expect(isDiskWithin('/home/ann', '/home/ann/a.py')).toBe(true)
    expect(isDiskWithin('/home/ann', '/home/anna/a.py')).toBe(false)
    expect(isDiskWithin('/', '/etc')).toBe(true)
    expect(isDiskWithin('C:\\x', 'C:\\x\\y')).toBe(true)
    expect(isDiskWithin('C:\\x', 'C:\\xy')).toBe(false)
  })
})
