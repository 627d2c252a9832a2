import { describe, expect, it } from 'vitest'
import { DisposableStore, Emitter, toDisposable } from '../../shared/lifecycle'

describe('lifecycle', () => {
  it('lets things go last first, each once', () => {
    const order: string[] = []
    const store = new DisposableStore()
    store.add(toDisposable(() => order.push('first')))
    store.add(toDisposable(() => order.push('second')))
    store.dispose()
    store.dispose()
    expect(order).toEqual(['second', 'first'])
  })

  it('does not leak what is added after the end', () => {
    let gone = false
    const store = new DisposableStore()
    store.dispose()
    store.add(toDisposable(() => (gone = true)))
    expect(gone).toBe(true)
  })

  it('goes on telling the others when a listener leaves while being told', () => {
    const heard: string[] = []
    const emitter = new Emitter<string>()
    const own = emitter.event((value) => {
      heard.push(`a ${value}`)
      own.dispose()
    })
    emitter.event((value) => heard.push(`b ${value}`))
    emitter.fire('1')
    emitter.fire('2')
    expect(heard).toEqual(['a 1', 'b 1', 'b 2'])
  })
})
