import { useEffect, useState, type ReactNode } from 'react'
import { binReadout, type BinReadout } from '../../figure/binReadout'
import { type FigureModel } from '../../figure/figureModel'
import { spokenReadout } from '../../layout/spokenReadout'
import { withMinus } from '../../text/rounded'
import { type MatrixCell } from '../../tensor/binContents'
import { copyText } from '../base/copyText'
import { panelOf, PanelValues, queryLabel, readoutClass } from './PanelValues'
import { type PlotCell } from './Reading'
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
  const at = read ?? pinnedAt(model, pinned)
  const [note, setNote] = useState<string>()
  // The note disappears after its time.
  useEffect(() => {
    if (note === undefined) return undefined
    const timer = setTimeout(() => setNote(undefined), COPIED_MS)
    return () => clearTimeout(timer)
  }, [note])
  const readout = at && binReadout(at.plot, at.cell)
  const panel = panelOf(model, at)
  return (
    <div className={readoutClass(model)}>
      <div role="status" className="visually-hidden">
        {spokenText(readout)}
      </div>
      <div data-testid="readout" className="readout">
        {readout === undefined ? null : (
          <button
            type="button"
            title="Copy the value"
            onClick={() => void copied(readout.cell.value).then(setNote)}
          >
            <ReadoutLine
              readout={readout}
              panel={panel === undefined ? '' : `${queryLabel(panel.plot)} · `}
            />
          </button>
        )}
        {panel && <PanelValues {...panel} />}
      </div>
      {readout === undefined ? HINT : null}
      <span className="hint" aria-live="polite">
        {note ?? readout?.noise}
      </span>
    </div>
  )
}

function pinnedAt(
  model: FigureModel | undefined,
  cell: MatrixCell | undefined,
): PlotCell | undefined {
  return model && cell && { plot: model.current, cell }
}

function spokenText(readout: BinReadout | undefined): string {
  return readout === undefined ? '' : spokenReadout(readout.cell, readout.scope)
}

/** Copies a value, and returns a note about it. */
async function copied(value: string): Promise<string> {
  const isCopied = await copyText(value)
  return isCopied ? `Copied ${withMinus(value)}` : 'The browser does not let this page copy.'
}

interface ReadoutLineProps {
  readonly readout: BinReadout
  /** Name of the panel before the cell; empty if the figure has one plot. */
  readonly panel: string
}

/**
 * Shows the text of `readoutText` for a cell and its bin. The token is isolated, so that its writing direction affects
 * no other text. If the line is too long, its place is cut rather than its value.
 */
function ReadoutLine({ readout, panel }: ReadoutLineProps): ReactNode {
  const { cell, scope } = readout
  const { rowNoun, layer, query, token, value, displayed, companions = [] } = cell
  return (
    <>
      <span className="readout-place">
        {`${panel}${rowNoun} `}
        <b>
          <bdi>{layer}</bdi>
        </b>
        {query === undefined ? null : (
          <>
            {' · '}
            <b>
              <bdi>{query}</bdi>
            </b>
          </>
        )}
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
      </span>
      <span className="readout-value">
        {' · '}
        <b>{withMinus(value)}</b>
      </span>
      <span>
        {displayed === undefined ? null : ` · ${displayed}`}
        {companions.map(({ exact }) => ` · ${exact}`).join('')}
        {scope === undefined ? null : ` · ${scope}`}
      </span>
    </>
  )
}
