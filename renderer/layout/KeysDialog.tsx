import { Fragment } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { spokenLanguage, t } from '../../shared/language/language'
import { useCommands } from '../commands/registry'
import { allShownKeys } from '../commands/useCommandKeys'
import { useShell } from '../stores/shellStore'

/** Every command that has a key, with its keys. */
export function KeysDialog(): React.JSX.Element {
  const isOpen = useShell((state) => state.keysOpen)
  const commands = useCommands((state) => state.commands)
  const withKeys = Object.values(commands).filter((command) => allShownKeys(command).length > 0)
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} isDismissable onOpenChange={(keysOpen) => useShell.setState({ keysOpen })}>
      <Modal className="modal modal-wide">
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {t('Keys')}
          </Heading>
          <p className="dialog-text">
            {t('In the terminal, Ctrl and a letter go to the board; Ctrl+Shift+C copies and Ctrl+Shift+V pastes.')}
          </p>
          <dl className="keys-list">
            {withKeys
              .sort((a, b) => t(a.title).localeCompare(t(b.title), spokenLanguage()))
              .map((command) => (
                <Fragment key={command.id}>
                  <dt>{t(command.title)}</dt>
                  <dd>
                    {allShownKeys(command).map((keys) => (
                      <kbd key={keys} className="key">
                        {keys}
                      </kbd>
                    ))}
                  </dd>
                </Fragment>
              ))}
          </dl>
          <div className="dialog-buttons">
            <button type="button" className="button button-filled" onClick={() => useShell.setState({ keysOpen: false })}>
              {t('Done')}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
