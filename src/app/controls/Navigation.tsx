import { type ReactNode } from 'react'
import { type PlotGrid } from '../../layout/PlotGrid'
import { type MatrixCell } from '../../tensor/binContents'
import { columnOfToken, layerOfRow, rowOfLayer, type Matrix } from '../../tensor/Matrix'
import { type CellStore } from '../figure/CellStore'
import { type PageFigure } from '../figure/useFigure'
import { centerOn, reveal, withoutAbsent, zoomLimits, type Windows } from '../figure/zoomWindow'
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
    const cell = {
      rowIndex: rowOfLayer(matrix, layerIndex),
      columnIndex: columnOfToken(matrix, tokenIndex),
    }
    onZoom(windowsAt(cell, windows, layout.grid))
    store.set({ cell, matrix, isShown: true })
  }
  const { maxCell, minCell } = statistics
  return (
    <div className="navigation">
      <TokenSearch
        tensor={basis.tensor}
        queryIndex={matrix.queryIndex}
        labels={matrix.labels}
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

/** Windows in which the cell is visible, and its column as wide as a label where there is more than fits. */
function windowsAt(
  { columnIndex, rowIndex }: MatrixCell,
  windows: Windows,
  { columns, layers, plot }: PlotGrid,
): Windows {
  const limits = zoomLimits(columns.cellCount, plot.width)
  const span = Math.floor(plot.width / LABELLED_COLUMN)
  const column = [columnIndex, columnIndex + 1] as const
  const row = [rowIndex, rowIndex + 1] as const
  return withoutAbsent({
    columns:
      columns.cellCount <= span
        ? reveal(windows.columns, column, limits)
        : centerOn(windows.columns, columnIndex, span, limits),
    layers: reveal(windows.layers, row, zoomLimits(layers.cellCount, plot.height)),
  })
}

/** The layer that was last read in this matrix. */
function readLayer(store: CellStore, matrix: Matrix): number {
  const read = store.get()
  return layerOfRow(matrix, read?.matrix === matrix ? read.cell.rowIndex : 0)
}
