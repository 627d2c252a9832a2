import { useRef, useState } from 'react'
import { Dialog, FieldError, Form, Heading, Input, Label, Modal, ModalOverlay, TextField } from 'react-aria-components'
import { t } from '../../shared/language/language'
import { firstFocus, type Question, type TextQuestion, useDialogs } from '../stores/dialogsStore'

/** Shows the first of the waiting questions. Escape calls it off. */
export function DialogHost(): React.JSX.Element | null {
  const [first] = useDialogs((state) => state.queue)
  if (first === undefined) return null
  return first.type === 'question' ? (
    <QuestionDialog key={first.title} question={first} />
  ) : (
    <TextDialog key={first.title} question={first} />
  )
}

function Frame({
  role,
  onCancel,
  children,
}: {
  role: 'dialog' | 'alertdialog'
  onCancel: () => void
  children: React.ReactNode
}): React.JSX.Element {
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => {
        if (!open) onCancel()
      }}
    >
      <Modal className="modal">
        <Dialog role={role} className="dialog">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function QuestionDialog({ question }: { question: Question }): React.JSX.Element {
  const { title, text, details = [], choices, answer } = question
  const focused = firstFocus(choices)
  return (
    <Frame role="alertdialog" onCancel={() => answer(null)}>
      <Heading slot="title" className="dialog-title">
        {title}
      </Heading>
      <p className="dialog-text">{text}</p>
      {details.length === 0 ? null : (
        <ul className="dialog-details">
          {details.map((detail) => (
            <li key={detail}>
              <bdi>{detail}</bdi>
            </li>
          ))}
        </ul>
      )}
      <div className="dialog-buttons">
        {choices.map((choice) => (
          <button
            key={choice.id}
            type="button"
            className={`button ${{ primary: 'button-filled', plain: 'button-outline', danger: 'button-danger' }[choice.kind]}`}
            autoFocus={choice.id === focused}
            onClick={() => answer(choice.id)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </Frame>
  )
}

function TextDialog({ question }: { question: TextQuestion }): React.JSX.Element {
  const { title, label, initial, selectUntil, confirm, check, answer } = question
  const [text, setText] = useState(initial)
  const selected = useRef(false)
  const wrong = check(text)
  const complain = wrong !== null && text !== initial
  const selectOnce = (event: React.FocusEvent<HTMLInputElement>): void => {
    if (selected.current) return // what was typed since must not be typed over
    selected.current = true
    event.currentTarget.setSelectionRange(0, selectUntil ?? initial.length)
  }
  return (
    <Frame role="dialog" onCancel={() => answer(null)}>
      <Heading slot="title" className="dialog-title">
        {title}
      </Heading>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          if (wrong === null) answer(text)
        }}
      >
        <TextField className="dialog-field" value={text} onChange={setText} isInvalid={complain} validationBehavior="aria" autoFocus>
          <Label>{label}</Label>
          <Input className="field" spellCheck={false} autoComplete="off" onFocus={selectOnce} />
          <FieldError className="dialog-wrong">{wrong}</FieldError>
        </TextField>
        <div className="dialog-buttons">
          <button
            type="submit"
            className="button button-filled"
            aria-disabled={wrong === null ? undefined : true}
            title={wrong ?? undefined}
          >
            {confirm}
          </button>
          <button type="button" className="button button-outline" onClick={() => answer(null)}>
            {t('Cancel')}
          </button>
        </div>
      </Form>
    </Frame>
  )
}
