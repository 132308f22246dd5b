import { useEffect, useState, type ReactNode } from 'react'
import { binReadout, type BinReadout } from '../../figure/binReadout'
import { type FigureModel } from '../../figure/figureModel'
import { spokenReadout } from '../../layout/spokenReadout'
import { withMinus } from '../../text/rounded'
import { type MatrixCell } from '../../tensor/binContents'
import { copyText } from '../base/copyText'
import { useReadCell, type CellStore } from './CellStore'

interface ReadoutProps {
  readonly model: FigureModel | undefined
  readonly store: CellStore
  /** Cell that is shown if no other cell is read. */
  readonly pinned: MatrixCell | undefined
}

const HINT = (
  <span className="hint">
    <span className="hint-pointer">Point at a cell, or press Tab and the arrow keys.</span>
    <span className="hint-touch">Tap a cell to read it.</span>
  </span>
)

/** Time in milliseconds for which the note about a copy is shown. */
const COPIED_MS = 1600

/**
 * Shows the cell that is or was last read, always in the same place, with its exact value, which a click copies. A
 * hidden status beside it has the value with five digits, before its place.
 */
export function Readout({ model, store, pinned }: ReadoutProps): ReactNode {
  const read = useReadCell(store, model)
  const cell = read?.cell ?? pinned
  const plot = read?.plot ?? model?.plots[0]
  const [copied, setCopied] = useState<string>()
  // The note disappears after its time.
  useEffect(() => {
    if (copied === undefined) return undefined
    const timer = setTimeout(() => setCopied(undefined), COPIED_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const readout = plot === undefined || cell === undefined ? undefined : binReadout(plot, cell)
  return (
    <div className="readout-line">
      <div role="status" className="visually-hidden">
        {readout && spokenReadout(readout.cell, readout.scope)}
      </div>
      <div data-testid="readout" className="readout">
        {readout === undefined ? null : (
          <button
            type="button"
            title="Copy the value"
            onClick={() => {
              void copyText(readout.cell.value).then((isCopied) => {
                setCopied(
                  isCopied
                    ? `Copied ${withMinus(readout.cell.value)}`
                    : 'The browser does not let this page copy.',
                )
              })
            }}
          >
            <ReadoutLine readout={readout} />
          </button>
        )}
      </div>
      {readout === undefined ? HINT : null}
      <span className="hint" aria-live="polite">
        {copied ?? readout?.noise}
      </span>
    </div>
  )
}

/**
 * Shows the text of `readoutText` for a cell and its bin. The token is isolated, so that its writing direction affects
 * no other text.
 */
function ReadoutLine({ readout }: { readonly readout: BinReadout }): ReactNode {
  const { cell, scope } = readout
  const { rowNoun, layer, token, value, displayed, companions = [] } = cell
  return (
    <>
      {rowNoun}{' '}
      <b>
        <bdi>{layer}</bdi>
      </b>
      {token === undefined ? null : (
        <>
          {` · ${token.noun} ${token.index}`}
          {token.text === undefined ? null : (
            <>
              {' '}
              <b className="token">
                "<bdi>{token.text}</bdi>"
              </b>
            </>
          )}
          {token.distance === undefined ? null : ` (${token.distance} back)`}
        </>
      )}
      {' · '}
      <b>{withMinus(value)}</b>
      {displayed === undefined ? null : ` · ${displayed}`}
      {companions.map(({ exact }) => ` · ${exact}`).join('')}
      {scope === undefined ? null : ` · ${scope}`}
    </>
  )
}
