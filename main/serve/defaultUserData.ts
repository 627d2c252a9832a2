import { homedir } from 'node:os'
import path from 'node:path'

/** The folder that Electron would use for the app's data, so that both windows share settings and the virtual board. */
export function defaultUserData(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home = homedir(),
): string {
  if (platform === 'darwin') return path.join(home, 'Library/Application Support/Perfboard')
  if (platform === 'win32') return path.join(env.APPDATA ?? path.join(home, 'AppData/Roaming'), 'Perfboard')
  return path.join(env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'Perfboard')
}
