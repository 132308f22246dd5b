import { useState, type ReactNode } from 'react'
import { type CopyKind } from './copyFigure'

interface CopyRowProps {
  /** Resolves to true if the copy was made. */
  readonly onCopy: (kind: CopyKind) => Promise<boolean>
}

const KINDS: readonly (readonly [kind: CopyKind, label: string])[] = [
  ['png', 'PNG'],
  ['svg', 'SVG'],
  ['csv', 'Table'],
  ['description', 'Description'],
  ['link', 'Link'],
]

/**
 * Copies the figure, its table, its description or a link to the clipboard. The menu stays open, to show the result.
 */
export function CopyRow({ onCopy }: CopyRowProps): ReactNode {
  const [copied, setCopied] = useState('')
  return (
    <div className="copy-row">
      <span>Copy</span>
      {KINDS.map(([kind, label]) => (
        <button
          key={kind}
          type="button"
          className="button"
          aria-label={
            kind === 'png' || kind === 'svg' ? `Copy ${label}` : `Copy ${label.toLowerCase()}`
          }
          onClick={() => {
            setCopied('')
            void onCopy(kind).then((isCopied) => setCopied(isCopied ? label : ''))
          }}
        >
          {label}
        </button>
      ))}
      <span role="status">{copied === '' ? '' : `${copied} copied`}</span>
    </div>
  )
}
