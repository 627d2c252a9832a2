import { ChevronRight, Ellipsis, File, FileCode2, Folder, FolderOpen } from 'lucide-react'
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { ICON } from '../layout/icons'
import { byteWords } from '../layout/byteWords'
import { shownName } from './shownName'
import type { TreeEntry, TreeNode } from './treeModel'

interface FileRowProps {
  node: TreeNode
  onMenu: (entry: TreeEntry, anchor: HTMLElement) => void
}

/** A row of a tree and, while its folder is open, the rows below it. */
export function FileRow({ node, onMenu }: FileRowProps) {
  const { entry } = node
  return (
    <TreeItem
      className="explorer-row"
      id={node.id}
      value={node}
      textValue={entry.name}
      aria-label={entry.name}
      hasChildItems={entry.kind === 'folder'}
    >
      <TreeItemContent>
        {({ isExpanded, level }) => (
          <div className="explorer-row-inner" style={{ paddingInlineStart: 4 + (level - 1) * 12 }} title={entry.name}>
            {entry.kind === 'folder' ? (
              <Button
                slot="chevron"
                className="explorer-chevron"
                aria-label={isExpanded ? t('Close {{name}}', { name: entry.name }) : t('Open {{name}}', { name: entry.name })}
              >
                <ChevronRight size={14} aria-hidden="true" />
              </Button>
            ) : (
              <span className="explorer-chevron" />
            )}
            <EntryIcon entry={entry} open={isExpanded} />
            <bdi className="explorer-name">{shownName(entry.name)}</bdi>
            {node.loading && (
              <span className="explorer-spinner" role="progressbar" aria-label={t('Listing {{name}}', { name: entry.name })} />
            )}
            {entry.kind === 'file' && <span className="explorer-size">{byteWords(entry.size)}</span>}
            <Button
              className="explorer-more"
              aria-label={t('Actions for {{name}}', { name: entry.name })}
              onPress={(event) => {
                if (event.target instanceof HTMLElement) onMenu(entry, event.target)
              }}
            >
              <Ellipsis size={ICON} aria-hidden="true" />
            </Button>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children} dependencies={[onMenu]}>
        {(child: TreeNode) => <FileRow node={child} onMenu={onMenu} />}
      </Collection>
    </TreeItem>
  )
}

function EntryIcon({ entry, open }: { entry: TreeEntry; open: boolean }) {
  if (entry.kind === 'folder') return open ? <FolderOpen size={ICON} aria-hidden="true" /> : <Folder size={ICON} aria-hidden="true" />
  return entry.name.endsWith('.py') ? <FileCode2 size={ICON} aria-hidden="true" /> : <File size={ICON} aria-hidden="true" />
}
