import { version } from '../../package.json'

/** Perfboard's own version. */
export const appVersion: string = version
