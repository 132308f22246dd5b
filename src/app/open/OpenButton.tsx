import { type ReactNode } from 'react'
import { type NamedBlob } from './openFiles'

interface OpenButtonProps {
  readonly onOpen: (files: readonly NamedBlob[]) => void
}

/**
 * Opens files. Its file input is hidden from sight only, so that it can still have the focus, and a WebDriver can set
 * its files.
 */
export function OpenButton({ onOpen }: OpenButtonProps): ReactNode {
  return (
    <label className="button open-button">
      <input
        type="file"
        multiple
        className="visually-hidden"
        onChange={(event) => {
          const input = event.currentTarget
          onOpen(Array.from(input.files ?? [], (file) => ({ name: file.name, blob: file })))
          // Without this reset, choosing the same file again would fire no event; it may have changed on disk.
          input.value = ''
        }}
      />
      Open<span> tensor</span>
    </label>
  )
}
