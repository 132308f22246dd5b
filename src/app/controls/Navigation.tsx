import { type ReactNode } from 'react'
import { columnOfToken, type Matrix } from '../../tensor/Matrix'
import { type CellStore } from '../figure/CellStore'
import { type PageFigure } from '../figure/useFigure'
import { centerOn, zoomLimits, type Windows } from '../figure/zoomWindow'
import { TokenSearch } from './TokenSearch'

interface NavigationProps {
  readonly figure: PageFigure
  readonly windows: Windows
  readonly store: CellStore
  readonly onZoom: (windows: Windows) => void
}

/** Width in CSS pixels that a column needs to have a label of its own. */
const LABELLED_COLUMN = 16

/** Ways to a cell: by token, and to the highest and lowest. */
export function Navigation({ figure, windows, store, onZoom }: NavigationProps): ReactNode {
  const { basis, layout } = figure.model
  const { matrix, statistics } = basis
  const go = (layerIndex: number, tokenIndex: number): void => {
    const columnIndex = columnOfToken(matrix, tokenIndex)
    const { columns, plot } = layout.grid
    const limits = zoomLimits(columns.cellCount, plot.width)
    const span = Math.floor(plot.width / LABELLED_COLUMN)
    const isAllVisible = windows.columns === undefined && columns.cellCount <= span
    const next = isAllVisible ? undefined : centerOn(windows.columns, columnIndex, span, limits)
    onZoom(next === undefined ? {} : { columns: next })
    store.set({ cell: { layerIndex, columnIndex }, matrix, isShown: true })
  }
  const { maxCell, minCell } = statistics
  return (
    <div className="navigation">
      <TokenSearch
        tensor={basis.tensor}
        queryIndex={matrix.queryIndex}
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

/** The layer that is being read in this matrix; another one may have more layers. */
function readLayer(store: CellStore, matrix: Matrix): number {
  const read = store.get()
  return read?.matrix === matrix ? read.cell.layerIndex : 0
}
