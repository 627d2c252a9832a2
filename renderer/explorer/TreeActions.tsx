import { FilePlus2, FolderOpen, FolderPlus, type LucideIcon, RefreshCw } from 'lucide-react'
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
}

/** The buttons above a tree. */
export function TreeActions({ label, reason, onNewFile, onNewFolder, onRefresh, onOpenFolder }: TreeActionsProps) {
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
      {onOpenFolder !== undefined && <ActionButton label={t('Open folder')} icon={FolderOpen} iconOnly onPress={onOpenFolder} />}
    </Toolbar>
  )
}
