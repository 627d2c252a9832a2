import type { AppInfo } from '../../shared/contract/requests'
import { bridge } from '../bridge/bridge'
import { useShell } from '../stores/shellStore'

/** What is known of the program behind the window. */
export async function appInfo(): Promise<AppInfo> {
  return useShell.getState().info ?? bridge().request('app.info', {})
}
