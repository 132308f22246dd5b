import { type ReactNode } from 'react'
import { type NamedBlob } from './useLoader'

interface OpenButtonProps {
  readonly onOpen: (files: readonly NamedBlob[]) => void
}

/** The file input is hidden from sight only: it takes the focus, and files set by a driver. */
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
          // The same file can be chosen again: it may have changed on disk.
          input.value = ''
        }}
      />
      Open tensor
    </label>
  )
}
