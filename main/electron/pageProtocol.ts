import { protocol } from 'electron'
import { readPageFile } from '../host/pageFiles'
import { pageHeaders } from '../host/pageHeaders'

const SCHEME = 'app'
const HOST = 'perfboard'

/** What every address of our page begins with. */
export const PAGE_ORIGIN = `${SCHEME}://${HOST}`
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`

/** Tells Chromium that our scheme is as good as https. Only possible before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the files in `root`, and nothing else, at our scheme. */
export function servePage(root: string): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const file = url.host === HOST && request.method === 'GET' ? await readPageFile(root, url.pathname) : null
    if (file === null) return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
    return new Response(file.bytes, { headers: pageHeaders(file.type, "'self'") })
  })
}
