import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The name of the cookie that carries the token; the port in it keeps two servers on one machine apart. */
function cookieName(port: number): string {
  return `perfboard-${port}`
}

/** The secret that opens the page: 32 random bytes, new at each start. */
export class AccessToken {
  readonly text = randomBytes(32).toString('base64url')

  /** Takes the same time whatever was given. */
  matches(given: string | null | undefined): boolean {
    return timingSafeEqual(digest(given ?? ''), digest(this.text))
  }

  /** Whether a request's Cookie header carries the token. */
  inCookies(header: string | undefined, port: number): boolean {
    const wanted = `${cookieName(port)}=`
    const cookie = (header ?? '')
      .split(';')
      .map((part) => part.trim())
      .find((part) => part.startsWith(wanted))
    return this.matches(cookie?.slice(wanted.length))
  }

  /** The Set-Cookie header that keeps the token out of the page's address, history and scripts. */
  setCookie(port: number): string {
    return `${cookieName(port)}=${this.text}; HttpOnly; SameSite=Strict; Path=/`
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
