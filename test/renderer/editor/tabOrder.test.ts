import { describe, expect, it } from 'vitest'
import { neighbour, withoutTab, withTab, withTabId } from '../../../renderer/editor/tabOrder'

const tabs = { order: ['a', 'b', 'c'], active: 'b' }

describe('the order of tabs', () => {
  it('opens a file beside the one in front', () => {
    expect(withTab(tabs, 'x')).toEqual({ order: ['a', 'b', 'x', 'c'], active: 'x' })
    expect(withTab({ order: [], active: null }, 'x')).toEqual({ order: ['x'], active: 'x' })
  })

  it('never opens a file twice', () => {
    expect(withTab(tabs, 'a')).toEqual({ order: ['a', 'b', 'c'], active: 'a' })
  })

  it('shows a neighbour when the tab in front is closed, and stays put when another is', () => {
    expect(withoutTab(tabs, 'b')).toEqual({ order: ['a', 'c'], active: 'c' })
    expect(withoutTab({ ...tabs, active: 'c' }, 'c')).toEqual({ order: ['a', 'b'], active: 'b' })
    expect(withoutTab(tabs, 'a')).toEqual({ order: ['b', 'c'], active: 'b' })
    expect(withoutTab({ order: ['a'], active: 'a' }, 'a')).toEqual({ order: [], active: null })
    expect(withoutTab(tabs, 'unknown')).toEqual(tabs)
  })

  it('keeps a renamed file in its place, and does not leave a second tab of the new name', () => {
    expect(withTabId(tabs, 'b', 'x')).toEqual({ order: ['a', 'x', 'c'], active: 'x' })
    expect(withTabId(tabs, 'b', 'c')).toEqual({ order: ['a', 'c'], active: 'c' })
    expect(withTabId(tabs, 'a', 'x')).toEqual({ order: ['x', 'b', 'c'], active: 'b' })
  })

  it('goes round at both ends', () => {
    expect(neighbour({ ...tabs, active: 'c' }, 1)).toBe('a')
    expect(neighbour({ ...tabs, active: 'a' }, -1)).toBe('c')
    expect(neighbour({ order: [], active: null }, 1)).toBeNull()
  })
})
