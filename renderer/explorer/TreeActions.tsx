import { FilePlus2, FolderOpen, FolderPlus, type LucideIcon, RefreshCw } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
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
}

/** The buttons above a tree. */
export function TreeActions({ label, reason, onNewFile, onNewFolder, onRefresh, onOpenFolder }: TreeActionsProps) {
  const buttons: [string, LucideIcon, () => void][] = [
    ['New file', FilePlus2, onNewFile],
    ['New folder', FolderPlus, onNewFolder],
    ['Refresh', RefreshCw, onRefresh],
  ]
  return (
    <Toolbar className="explorer-actions" aria-label={label}>
      {buttons.map(([name, icon, run]) => (
        <ActionButton key={name} label={name} icon={icon} iconOnly reason={reason} onPress={run} />
      ))}
      {onOpenFolder !== undefined && <ActionButton label="Open folder" icon={FolderOpen} iconOnly onPress={onOpenFolder} />}
    </Toolbar>
  )
}
