import { useEffect } from 'react'
import { followBoards } from '../actions/boardListing'
import { followDisk } from '../actions/diskListing'
import { BoardFiles } from './BoardFiles'
import { ComputerFiles } from './ComputerFiles'
import './explorer.css'

/** Both trees of files: the board's above, the computer's below. */
export function Explorer() {
  useEffect(() => {
    const boards = followBoards()
    const disk = followDisk()
    return () => {
      boards.dispose()
      disk.dispose()
    }
  }, [])
  return (
    <div className="explorer">
      <BoardFiles />
      <ComputerFiles />
    </div>
  )
}
