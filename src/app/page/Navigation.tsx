import { type ReactNode } from 'react'
import { layerOfRow, type Matrix } from '../../tensor/Matrix'
import { type Windows } from '../../tensor/Windows'
import { type PageFigure } from '../figure/useFigure'
import { type CellStore } from '../reading/CellStore'
import { goTo } from '../reading/goTo'
import { windowsOfRange } from '../zoom/windowsOfRange'
import { TokenSearch } from './TokenSearch'

interface NavigationProps {
  readonly figure: PageFigure
  readonly windows: Windows
  readonly store: CellStore
  readonly onZoom: (windows: Windows) => void
}

/** Leads to a cell: by a search for tokens, or to the highest or lowest value. */
export function Navigation({ figure, windows, store, onZoom }: NavigationProps): ReactNode {
  const { basis } = figure.model.current
  const { matrix, statistics } = basis
  const go = (layerIndex: number, tokenIndex: number): void =>
    goTo({ model: figure.model, windows, store, onZoom }, { layerIndex, tokenIndex })
  const { maxCell, minCell } = statistics
  return (
    <div className="navigation">
      <TokenSearch
        tensor={basis.tensor}
        queryIndex={matrix.queryIndex}
        labels={matrix.labels}
        rangeOf={(text) => {
          const range = windowsOfRange(text, figure.model)
          return range && (() => onZoom(range))
        }}
        onGo={(token) => go(readLayer(store, matrix), token)}
      />
      <div className="segments" role="group" aria-label="Jump to">
        <button
          type="button"
          className="segment"
          aria-label="Jump to highest"
          disabled={maxCell === undefined}
          onClick={() => maxCell && go(maxCell.layerIndex, maxCell.tokenIndex)}
        >
          Highest
        </button>
        <button
          type="button"
          className="segment"
          aria-label="Jump to lowest"
          disabled={minCell === undefined}
          onClick={() => minCell && go(minCell.layerIndex, minCell.tokenIndex)}
        >
          Lowest
        </button>
      </div>
    </div>
  )
}

/** Returns the layer of the cell that was last read in this matrix. If there is none, returns the layer of row 0. */
function readLayer(store: CellStore, matrix: Matrix): number {
  const read = store.get()
  return layerOfRow(matrix, read?.matrix === matrix ? read.cell.rowIndex : 0)
}
