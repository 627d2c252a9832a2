import { TriangleAlert } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { SessionSnapshot } from '../../shared/board'
import { t } from '../../shared/language/language'
import { rescue } from '../actions/rescueActions'
import { getPrompt } from '../actions/connectionActions'
import { hardReset } from '../actions/runActions'
import { promptReason } from '../connection/availability'
import { ActionButton } from '../layout/ActionButton'
import { ICON } from '../layout/icons'
import { openGuide } from '../stores/guideStore'
import { closeRescue, useRescue } from '../stores/rescueStore'
import { useActiveSession } from '../stores/sessionsStore'
import { rescueFamily } from './rescueFamily'
import { RESCUE_GUIDES } from './rescueGuides'
import './rescue.css'

/** The whole ladder to the prompt, for the shown board: what Perfboard can do, and what only its user can. */
export function RescueDialog(): React.JSX.Element {
  const isOpen = useRescue((state) => state.open)
  const session = useActiveSession()
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen && session !== null}
      isDismissable
      onOpenChange={(open) => (open ? undefined : closeRescue())}
    >
      <Modal className="modal modal-wide">
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {t('How to rescue this board')}
          </Heading>
          <p className="dialog-text">{t('From the gentlest way to the last one. Files stay until the last step.')}</p>
          {session === null ? null : <Rungs session={session} />}
          <div className="dialog-buttons">
            <button type="button" className="button button-filled" onClick={closeRescue}>
              {t('Done')}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Rungs({ session }: { session: SessionSnapshot }): React.JSX.Element {
  const guide = RESCUE_GUIDES[rescueFamily(session)]
  const reason = promptReason(session)
  const closing = (work: () => Promise<void>) => () => {
    closeRescue()
    void work()
  }
  return (
    <ol className="rescue-rungs">
      <li>
        <p>{t('Ctrl-C, again and again, and the ways out of raw and paste mode. Takes five seconds.')}</p>
        <ActionButton label={t('Try again')} kind="outline" reason={reason} onPress={closing(getPrompt)} />
      </li>
      <li>
        <p>{t('Soft reset: Ctrl-D at a prompt that doesn’t show. Programs and variables in the board’s memory are lost.')}</p>
        <ActionButton label={t('Soft reset')} kind="outline" reason={reason} onPress={() => void rescue('soft-reset')} />
      </li>
      <li>
        <p>
          {t('Hard reset: the board starts as after power-up.')} {session.canHardReset ? null : t(guide.restart)}
        </p>
        {session.canHardReset ? <ActionButton label={t('Hard reset')} kind="outline" reason={reason} onPress={closing(hardReset)} /> : null}
      </li>
      <li>
        <p>{t('Catch at boot: Ctrl-C from the first moment on, while you restart the board. It is waited for a minute.')}</p>
        <ActionButton label={t('Catch at boot')} kind="outline" reason={reason} onPress={() => void rescue('catch')} />
      </li>
      {guide.safeMode.length === 0 ? null : (
        <li>
          <p>{t('Safe mode: the board starts without boot.py and main.py.')}</p>
          <Steps steps={guide.safeMode} />
        </li>
      )}
      {guide.erase.length === 0 ? null : (
        <li>
          <p className="rescue-erase">
            <TriangleAlert size={ICON} aria-hidden />
            <span>{t('Erase: all files on the board are lost.')}</span>
          </p>
          <Steps steps={guide.erase} />
          {guide.install === null ? null : (
            <ActionButton
              label={t('How to install MicroPython')}
              kind="outline"
              onPress={() => {
                closeRescue()
                if (guide.install !== null) openGuide(guide.install, { port: session.port.path })
              }}
            />
          )}
        </li>
      )}
    </ol>
  )
}

function Steps({ steps }: { steps: readonly string[] }): React.JSX.Element {
  return (
    <ul className="rescue-steps">
      {steps.map((step) => (
        <li key={step}>{t(step)}</li>
      ))}
    </ul>
  )
}
