import { FilePlus2, FolderOpen, FolderPlus, FolderSync, type LucideIcon, RefreshCw } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { t, text } from '../../shared/language/language'
import { ActionButton } from '../layout/ActionButton'

interface TreeActionsProps {
  /** `Board files actions` or `Computer files actions`. */
  label: string
  /** Why nothing can be done now, or null. */
  reason: string | null
  onNewFile: () => void
  onNewFolder: () => void
  onRefresh: () => void
  onOpenFolder?: () => void
  onSync?: () => void
  /** Why the folder can't be synced now, or null. */
  syncReason?: string | null
}

/** The buttons above a tree. */
export function TreeActions({
  label,
  reason,
  onNewFile,
  onNewFolder,
  onRefresh,
  onOpenFolder,
  onSync,
  syncReason = null,
}: TreeActionsProps) {
  const buttons: [string, LucideIcon, () => void][] = [
    [text('New file'), FilePlus2, onNewFile],
    [text('New folder'), FolderPlus, onNewFolder],
    [text('Refresh'), RefreshCw, onRefresh],
  ]
  return (
    <Toolbar className="explorer-actions" aria-label={label}>
      {buttons.map(([name, icon, run]) => (
        <ActionButton key={name} label={t(name)} icon={icon} iconOnly reason={reason} onPress={run} />
      ))}
      {onSync !== undefined && (
        <ActionButton label={t('Sync folder with board…')} icon={FolderSync} iconOnly reason={syncReason} onPress={onSync} />
      )}
      {onOpenFolder !== undefined && <ActionButton label={t('Open folder')} icon={FolderOpen} iconOnly onPress={onOpenFolder} />}
    </Toolbar>
  )
}
