import { HardDrive, TriangleAlert } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { BoardFamily, type WaitingBoard } from '../../shared/waitingBoard'
import { waitingWords } from '../connection/waitingWords'
import { ICON } from '../layout/icons'
import { closeGuide, useGuide } from '../stores/guideStore'
import { useWaiting } from '../stores/waitingStore'
import { CopyText } from './CopyText'
import type { Guide } from './guide'
import { commandFor, driveOf, guideOf, guides, stepsFor } from './guides'
import './install.css'

/** How MicroPython gets onto a board by hand, a family of boards at a time. */
export function InstallGuide(): React.JSX.Element {
  const { family, board, port } = useGuide()
  const waiting = useWaiting((state) => state.boards.find(({ id }) => id === board) ?? null)
  return (
    <ModalOverlay className="scrim" isOpen={family !== null} isDismissable onOpenChange={(open) => (open ? undefined : closeGuide())}>
      <Modal className="modal modal-wide">
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {t('How to install MicroPython')}
          </Heading>
          {family === null ? null : <Pages guide={guideOf(family)} waiting={waiting?.family === family ? waiting : null} port={port} />}
          <div className="dialog-buttons">
            <button type="button" className="button button-filled" onClick={closeGuide}>
              {t('Done')}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Pages({ guide, waiting, port }: { guide: Guide; waiting: WaitingBoard | null; port: string | null }): React.JSX.Element {
  const drive = driveOf(guide, waiting)
  return (
    <>
      <label className="dialog-field">
        {t('Board')}
        <select
          className="field"
          value={guide.family}
          onChange={(event) => useGuide.setState({ family: BoardFamily.parse(event.target.value) })}
        >
          {guides.map(({ family, boards }) => (
            <option key={family} value={family}>
              {t(boards)}
            </option>
          ))}
        </select>
      </label>
      {waiting === null ? null : <Found waiting={waiting} />}
      <p className="guide-files" data-erases={guide.erases}>
        {guide.erases ? <TriangleAlert size={ICON} aria-hidden /> : <HardDrive size={ICON} aria-hidden />}
        <span>{t(guide.files)}</span>
      </p>
      <ol className="guide-steps">
        {stepsFor(guide, waiting).map((step) => (
          <li key={step.text}>
            <p>{drive === '' && step.anyDrive !== undefined ? t(step.anyDrive) : t(step.text, { drive })}</p>
            {step.copy === undefined ? null : <CopyText text={commandFor(step.copy, port)} />}
          </li>
        ))}
      </ol>
    </>
  )
}

function Found({ waiting }: { waiting: WaitingBoard }): React.JSX.Element {
  const { title, text } = waitingWords(waiting)
  return (
    <div className="guide-found">
      <p>
        <strong>{title}.</strong> {text}
      </p>
      {waiting.folder === undefined ? null : <p className="guide-folder">{waiting.folder}</p>}
      {waiting.seenAs === 'closed-drive' ? <p>{t('Open it in your file manager.')}</p> : null}
    </div>
  )
}
