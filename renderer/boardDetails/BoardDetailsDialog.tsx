import { Fragment, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { closeBoardDetails, useBoardDetails } from '../stores/boardDetailsStore'
import { reportFailure } from '../stores/noticesStore'
import { type DetailLine, detailLines, detailText } from './detailLines'
import './boardDetails.css'

/** What the board is, has and can do; all of it can be copied. */
export function BoardDetailsDialog(): React.JSX.Element {
  const { board, details } = useBoardDetails()
  return (
    <ModalOverlay
      className="scrim"
      isOpen={details !== null}
      isDismissable
      onOpenChange={(open) => (open ? undefined : closeBoardDetails())}
    >
      <Modal className="modal modal-wide">
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {t('Board information')}
          </Heading>
          {details === null ? null : <Lines board={board} lines={detailLines(details)} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Lines({ board, lines }: { board: string; lines: readonly DetailLine[] }): React.JSX.Element {
  const [copied, setCopied] = useState(false)
  const copy = (): void => {
    navigator.clipboard.writeText(detailText(lines)).then(
      () => setCopied(true),
      (error: unknown) => reportFailure(t('The clipboard could not be used'), error),
    )
  }
  return (
    <>
      <p className="dialog-text">{board}</p>
      <dl className="detail-lines">
        {lines.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </Fragment>
        ))}
      </dl>
      <div className="dialog-buttons">
        <button type="button" className="button button-outline" onClick={copy} onBlur={() => setCopied(false)}>
          {copied ? t('Copied') : t('Copy')}
        </button>
        <button type="button" className="button button-filled" onClick={closeBoardDetails}>
          {t('Done')}
        </button>
      </div>
    </>
  )
}
