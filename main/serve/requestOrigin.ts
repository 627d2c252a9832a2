import type { IncomingHttpHeaders } from 'node:http'

/**
 * True when a request was meant for us by its Host (so that another site's name pointed at 127.0.0.1 gets nothing) and, where it says
 * an Origin, was made by our own page.
 */
export function isOurOwn(headers: IncomingHttpHeaders, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (headers.host === undefined || !hosts.includes(headers.host)) return false
  return headers.origin === undefined || headers.origin === `http://${headers.host}`
}
