import type { SessionSnapshot } from '../../shared/board'
import { joinBoardPath } from '../../shared/boardPath'
import { hasCode } from '../../shared/errors'
import { t } from '../../shared/language/language'
import { bridge } from '../bridge/bridge'
import { textOf } from '../editor/models'
import { encodeText } from '../editor/textCodec'
import { useDocuments } from '../stores/documentsStore'
import { reportFailure } from '../stores/noticesStore'
import { showStatus } from '../stores/statusStore'
import { boardRoot } from './boardListing'
import { pickFile } from './pickPath'
import { withPrompt } from './withPrompt'
import { putOnBoard } from './writeBoard'

/** The file of a module, as it lies in the board's folder lib. */
export function moduleFile(module: string): string {
  return `${module}.py`
}

/** Copies a module's file to the board's folder lib: the one that is open under its name, else one that the user chooses. */
export async function copyModule(session: SessionSnapshot, module: string): Promise<void> {
  const name = moduleFile(module)
  try {
    const source = openText(name) ?? (await chosenFile())
    if (source === null) return
    const folder = joinBoardPath(boardRoot(session), 'lib')
    const isThere = await withPrompt('Saving', async (stop) => {
      try {
        await bridge().request('board.makeFolder', { session: session.id, path: folder, stop })
      } catch (error) {
        if (!hasCode(error, 'exists')) throw error
      }
      return true
    })
    if (isThere === null) return
    const path = joinBoardPath(folder, name)
    if ((await putOnBoard(session, path, source.bytes, source.from)) !== null)
      showStatus(t('Saved {{path}}. Run the program again', { path }))
  } catch (error) {
    reportFailure(t('{{name}} could not be copied to the board', { name }), error)
  }
}

interface Source {
  bytes: Uint8Array<ArrayBuffer>
  from: string
}

function openText(name: string): Source | null {
  const open = Object.values(useDocuments.getState().documents).find((document) => document.name === name && document.status === 'text')
  const text = open === undefined ? null : textOf(open.id)
  return open === undefined || text === null ? null : { bytes: encodeText(text.text), from: open.id }
}

async function chosenFile(): Promise<Source | null> {
  const path = await pickFile()
  if (path === null) return null
  const { bytes } = await bridge().request('workspace.readFile', { path })
  return { bytes: new Uint8Array(bytes), from: path }
}
