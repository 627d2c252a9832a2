import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Compare } from '../editor/Compare'
import { type FileDialog, useFileDialogs } from '../stores/fileDialogsStore'
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
      <Modal className={open.type === 'compare' ? 'modal modal-full' : 'modal modal-wide'}>
        <Dialog className="dialog">
          <Content dialog={open} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Content({ dialog }: { dialog: FileDialog }) {
  switch (dialog.type) {
    case 'pick':
      return <PathPicker dialog={dialog} />
    case 'saveAs':
      return <SaveAs dialog={dialog} />
    case 'compare':
      return <Compare dialog={dialog} />
    default:
      return dialog satisfies never
  }
}
