import { useState, type ReactNode } from 'react'
import { MenuItem } from './MenuItem'

interface DescriptionItemsProps {
  /** Settles with whether it went well. */
  readonly onExport: (kind: 'description' | 'copied description') => Promise<boolean>
}

/** The figure in words, to the clipboard or into a file. After copying the menu stays, to say so. */
export function DescriptionItems({ onExport }: DescriptionItemsProps): ReactNode {
  const [isCopied, setIsCopied] = useState(false)
  return (
    <>
      <MenuItem
        label="Copy description"
        about={isCopied ? 'Copied' : 'The figure in words, as Markdown'}
        isStaying
        onChoose={() => void onExport('copied description').then(setIsCopied)}
      />
      <MenuItem
        label="Save description"
        about="The same, as a file"
        onChoose={() => void onExport('description')}
      />
    </>
  )
}
