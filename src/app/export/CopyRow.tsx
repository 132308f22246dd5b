import { useState, type ReactNode } from 'react'
import { type CopyKind } from './copyFigure'

interface CopyRowProps {
  /** Settles with whether it went well. */
  readonly onCopy: (kind: CopyKind) => Promise<boolean>
}

const KINDS: readonly (readonly [kind: CopyKind, label: string])[] = [
  ['png', 'PNG'],
  ['svg', 'SVG'],
  ['csv', 'Table'],
  ['description', 'Description'],
  ['link', 'Link'],
]

/** Puts the figure, or what it says, on the clipboard. The menu stays, to say that it is there. */
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
