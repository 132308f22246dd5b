import { useEffect, useId, useRef, type ReactNode } from 'react'

interface DialogProps {
  readonly title: string
  /** Default false: it opens as soon as it is rendered. */
  readonly isHidden?: boolean
  readonly className?: string
  /** Called after it was closed, by its button, Escape, or `closeDialog`. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Shows a modal dialog with a heading and a button that closes it. Afterwards the focus is where it was before. */
export function Dialog(props: DialogProps): ReactNode {
  const { title, isHidden = false, className, onClose, children } = props
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // A dialog is modal only if it is opened by its method, not by its attribute.
  useEffect(() => {
    if (!isHidden && dialog.current?.open === false) dialog.current.showModal()
    if (isHidden && dialog.current?.open === true) dialog.current.close()
  }, [isHidden])
  return (
    <dialog
      ref={dialog}
      className={className === undefined ? 'dialog' : `dialog ${className}`}
      aria-labelledby={id}
      onClose={onClose}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {children}
    </dialog>
  )
}

/** Closes the dialog that contains an element. */
export function closeDialog(element: Element): void {
  element.closest('dialog')?.close()
}
