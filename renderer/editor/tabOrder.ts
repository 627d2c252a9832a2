/** Tabs from left to right, and the one in front. */
export interface TabOrder {
  order: readonly string[]
  active: string | null
}

/** Puts a tab to the right of the one in front, and in front. A tab that is there already only comes to the front. */
export function withTab(tabs: TabOrder, id: string): TabOrder {
  if (tabs.order.includes(id)) return { ...tabs, active: id }
  const at = tabs.active === null ? tabs.order.length : tabs.order.indexOf(tabs.active) + 1
  return { order: tabs.order.toSpliced(at, 0, id), active: id }
}

/** Takes a tab out; the right neighbour of a tab in front comes forward, else the left one. */
export function withoutTab(tabs: TabOrder, id: string): TabOrder {
  const at = tabs.order.indexOf(id)
  if (at < 0) return tabs
  const order = tabs.order.toSpliced(at, 1)
  return { order, active: tabs.active === id ? (order[at] ?? order[at - 1] ?? null) : tabs.active }
}

/** Gives a tab another id in its place. A tab that has the new id already gives way. */
export function withTabId(tabs: TabOrder, from: string, to: string): TabOrder {
  if (from === to) return tabs
  const order = tabs.order.filter((id) => id !== to).map((id) => (id === from ? to : id))
  return { order, active: tabs.active === from ? to : tabs.active }
}

/** The tab `step` places further from the one in front, around the end. */
export function neighbour(tabs: TabOrder, step: number): string | null {
  if (tabs.active === null || tabs.order.length === 0) return tabs.order[0] ?? null
  const at = (tabs.order.indexOf(tabs.active) + step + tabs.order.length) % tabs.order.length
  return tabs.order[at] ?? null
}
