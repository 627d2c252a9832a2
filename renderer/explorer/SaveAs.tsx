import { useState } from 'react'
import { Heading } from 'react-aria-components'
import { isBoardPath } from '../../shared/boardPath'
import { t } from '../../shared/language/language'
import { checkBoardName, stemLength } from '../editor/fileNames'
import type { SaveAsDialog } from '../stores/fileDialogsStore'

const COMPUTER = ''

/** Asks where a text is to live: on a board, with folder and name, or on the computer, whose place is asked for next. */
export function SaveAs({ dialog }: { dialog: SaveAsDialog }) {
  const { boards, answer } = dialog
  const [where, setWhere] = useState(boards[0]?.board ?? COMPUTER)
  const [name, setName] = useState(dialog.name)
  const [folder, setFolder] = useState(boards[0]?.folder ?? '/')
  const onBoard = where !== COMPUTER
  const wrong = checkBoardName(name) ?? (onBoard && !isBoardPath(folder) ? t('A folder of the board begins with “/”.') : null)

  return (
    <form
      className="explorer-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (wrong !== null) return
        answer(onBoard ? { side: 'board', board: where, folder, name } : { side: 'computer', name })
      }}
    >
      <Heading slot="title" className="dialog-title">
        {t('Save {{name}} as', { name: dialog.name })}
      </Heading>
      <div className="explorer-choice" role="radiogroup" aria-label={t('Where')}>
        {[...boards, { board: COMPUTER, label: t('This computer'), folder: '' }].map((target) => (
          <label key={target.board}>
            <input
              type="radio"
              name="where"
              checked={where === target.board}
              onChange={() => {
                setWhere(target.board)
                if (target.board !== COMPUTER) setFolder(target.folder)
              }}
            />
            {target.board === COMPUTER ? target.label : t('Board: {{name}}', { name: target.label })}
          </label>
        ))}
      </div>
      <label className="explorer-choice">
        {t('Name')}
        <input
          className="field"
          autoFocus
          spellCheck={false}
          value={name}
          onFocus={(event) => event.currentTarget.setSelectionRange(0, stemLength(name))}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {onBoard && (
        <label className="explorer-choice">
          {t('Folder on the board')}
          <input className="field" spellCheck={false} value={folder} onChange={(event) => setFolder(event.target.value)} />
        </label>
      )}
      {wrong !== null && <p className="dialog-wrong">{wrong}</p>}
      <div className="dialog-buttons">
        <button className="button button-filled" type="submit" aria-disabled={wrong === null ? undefined : true} title={wrong ?? undefined}>
          {onBoard ? t('Save') : t('Choose the place…')}
        </button>
        <button className="button button-outline" type="button" onClick={() => answer(null)}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  )
}
