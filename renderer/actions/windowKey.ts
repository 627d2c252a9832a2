/** How long a reloaded page waits for its old self to let go of its key. Milliseconds. */
const LET_GO_MS = 1_000
const REMEMBERED = 'perfboard.window'
const JOURNAL = 'perfboard.journal'

/**
 * Under what this window's arrangement is kept. Electron has one window. Pages in a browser take numbers, the lowest that no other
 * open page holds, so that the first page of every run finds what the first page of the last run had.
 */
export async function windowKey(host: 'electron' | 'serve'): Promise<string> {
  if (host === 'electron') return 'main'
  const before = sessionStorage.getItem(REMEMBERED)
  const key = before !== null && (await hold(before, LET_GO_MS)) ? before : await firstFree()
  sessionStorage.setItem(REMEMBERED, key)
  return key
}

/**
 * Under what this window's unsaved text is kept. A page's key is its own, not a number that a page of another browser has as well; it
 * stays when the page is loaded again, and is not shared with a duplicate of its tab.
 */
export async function journalKey(host: 'electron' | 'serve'): Promise<string> {
  if (host === 'electron') return 'main'
  const before = sessionStorage.getItem(JOURNAL)
  if (before !== null && (await hold(before, LET_GO_MS))) return before
  const key = crypto.randomUUID()
  sessionStorage.setItem(JOURNAL, key)
  await hold(key, LET_GO_MS)
  return key
}

async function firstFree(): Promise<string> {
  for (let number = 1; ; number++) {
    const key = `page-${number}`
    if (await hold(key, 0)) return key
  }
}

/** Takes a key for as long as the page lives. Resolves false when another page has it. */
function hold(key: string, waitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const options: LockOptions = waitMs === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(waitMs) }
    navigator.locks
      .request(`perfboard-${key}`, options, (lock) => {
        resolve(lock !== null)
        return lock === null ? Promise.resolve() : new Promise<void>(() => undefined) // held until the page goes
      })
      .catch(() => {
        resolve(false) // the wait has ended: somebody else's
      })
  })
}
