import { useEffect, useState, type ReactNode } from 'react'
import { isTextField } from '../base/isTextField'
import { type NamedBlob } from './openFiles'

interface DropTargetProps {
  readonly onOpen: (files: readonly NamedBlob[]) => void
}

/** Accepts dropped files, and pasted files or JSON text, anywhere in the window. */
export function DropTarget({ onOpen }: DropTargetProps): ReactNode {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      // oxlint-disable-next-line no-param-reassign -- the DOM's way to show the cursor of a copy
      event.dataTransfer.dropEffect = 'copy'
      setIsOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent): void => {
      setIsOver(false)
      const files = namedFiles(event.dataTransfer)
      if (files.length === 0) return
      event.preventDefault()
      onOpen(files)
    }
    const paste = (event: ClipboardEvent): void => {
      const pasted = pastedBlobs(event)
      if (pasted.length === 0) return
      event.preventDefault()
      onOpen(pasted)
    }
    // Listeners on the window catch drops on every element, and drops outside the page's content. A drop is lost if the
    // event before it was refused, which is `dragenter` where another element has just come under the pointer.
    window.addEventListener('dragenter', over)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragenter', over)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [onOpen])
  if (!isOver) return null
  return (
    <div className="drop-overlay">
      <p>Drop to open</p>
    </div>
  )
}

function namedFiles(transfer: DataTransfer | null): readonly NamedBlob[] {
  return Array.from(transfer?.files ?? [], (file) => ({ name: file.name, blob: file }))
}

function pastedBlobs(event: ClipboardEvent): readonly NamedBlob[] {
  if (isTextField(event.target)) return []
  const files = namedFiles(event.clipboardData)
  if (files.length > 0) return files
  const text = event.clipboardData?.getData('text/plain') ?? ''
  return text.trim() === '' ? [] : [{ name: 'pasted text', blob: new Blob([text]) }]
}
