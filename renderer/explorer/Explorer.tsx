import { useEffect } from 'react'
import { followBoards } from '../actions/boardListing'
import { followDisk } from '../actions/diskListing'
import { useLayout } from '../stores/layoutStore'
import { useSettings } from '../stores/settingsStore'
import { BoardFiles } from './BoardFiles'
import { ComputerFiles } from './ComputerFiles'
import './explorer.css'

/** Both trees of files: the board's above, the computer's below. The simple layout shows the computer's once a folder is open. */
export function Explorer() {
  useEffect(() => {
    const boards = followBoards()
    const disk = followDisk()
    return () => {
      boards.dispose()
      disk.dispose()
    }
  }, [])
  const simple = useSettings((state) => state.layout === 'simple')
  const hasFolder = useLayout((state) => state.folder !== null)
  return (
    <div className="explorer">
      <BoardFiles />
      {simple && !hasFolder ? null : <ComputerFiles />}
    </div>
  )
}
