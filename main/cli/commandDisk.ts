import { mkdir } from 'node:fs/promises'
import type { Disk } from '../board/transferPlan'
import { listFolder } from '../workspace/folderListing'
import { withFsErrors } from '../workspace/fsErrors'
import type { Workspace } from '../workspace/workspace'

/** The computer's disk for a command: as the workspace, but folders that are listed are not watched. */
export function commandDisk(workspace: Workspace): Disk {
  return {
    list: async (folder) => ({ entries: await withFsErrors(folder, () => listFolder(folder)) }),
    makeFolder: (folder) => withFsErrors(folder, () => mkdir(folder)),
    readFile: (file) => workspace.readFile(file),
    writeFile: (file, bytes, expectedMtime) => workspace.writeFile(file, bytes, expectedMtime),
  }
}
