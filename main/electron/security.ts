import { app, type Session, session, type WebFrameMain } from 'electron'
import { PAGE_ORIGIN } from './pageProtocol'

/** What our own page may ask of the system. */
const PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'clipboard-read'])

/** True for the address of a page of ours. */
export function isOurPage(address: string): boolean {
  return address === PAGE_ORIGIN || address.startsWith(`${PAGE_ORIGIN}/`)
}

/** True for the top frame of `window`'s page while that is a page of ours. */
export function isOurFrame(frame: WebFrameMain | null, own: WebFrameMain): boolean {
  return frame !== null && frame === own && isOurPage(frame.url)
}

/** Every page stays where it is: no navigation, no windows, no embedded pages, no permissions but the clipboard. */
export function setupSecurity(report: (text: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (details) => {
      if (details.isSameDocument) return
      details.preventDefault()
      report(`Refused to navigate to ${details.url.slice(0, 200)}`)
    })
    contents.on('will-redirect', (details) => details.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      report(`Refused to open a window for ${url.slice(0, 200)}`)
      return { action: 'deny' }
    })
  })
  limitPermissions(session.defaultSession)
}

function limitPermissions(pages: Session): void {
  pages.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(PERMISSIONS.has(permission) && details.isMainFrame && isOurPage(details.requestingUrl))
  })
  pages.setPermissionCheckHandler((_contents, permission, origin) => PERMISSIONS.has(permission) && isOurPage(origin.replace(/\/$/, '')))
  pages.setDevicePermissionHandler(() => false)
}
