import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useFileDialogs } from '../stores/fileDialogsStore'
import { PathPicker } from './PathPicker'
import { SaveAs } from './SaveAs'

/** Shows the file dialog that is asked for, if any. */
export function FileDialogs() {
  const open = useFileDialogs((state) => state.open)
  if (open === null) return null
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable
      onOpenChange={(stays) => {
        if (!stays) open.answer(null)
      }}
    >
      <Modal className="modal modal-wide">
        <Dialog className="dialog">{open.type === 'pick' ? <PathPicker dialog={open} /> : <SaveAs dialog={open} />}</Dialog>
      </Modal>
    </ModalOverlay>
  )
}
