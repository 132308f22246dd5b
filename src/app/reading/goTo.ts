import { extremeCells } from '../../analysis/extremeCells'
import { type CellIndex } from '../../analysis/Statistics'
import { type FigureModel } from '../../figure/figureModel'
import { type PlotModel } from '../../figure/plotModel'
import {
  columnOfToken,
  layerOfRow,
  rowOfLayer,
  tokenOfColumn,
  type Matrix,
} from '../../tensor/Matrix'
import { windowsOfAreas } from '../zoom/windowsOfAreas'
import { type Reading } from './Reading'

/** What leads to a cell of a figure. */
export type Travel = Pick<Reading, 'model' | 'windows' | 'store' | 'onZoom'>

/** Brings a cell of a plot, by default the current one, into view and reads it. */
export function goTo(
  { model, windows, store, onZoom }: Travel,
  cell: CellIndex,
  plot: PlotModel = model.current,
): void {
  const { matrix } = plot.basis
  onZoom(windowsOfAreas({ ...model, current: plot }, windows, [cell]))
  store.set({
    cell: {
      rowIndex: rowOfLayer(matrix, cell.layerIndex),
      columnIndex: columnOfToken(matrix, cell.tokenIndex),
    },
    matrix,
    isShown: true,
  })
}

/** Number of extreme cells that the keys go through. */
const EXTREME_COUNT = 20

const extremes = new WeakMap<Matrix, readonly CellIndex[]>()

/**
 * Goes to the next of the 20 most extreme cells, the most extreme first; a `step` of −1 goes to the one before. A cell
 * that is not among them leads to the first. Returns false if the figure has no numbers.
 */
export function goToExtreme(travel: Travel, step: 1 | -1): boolean {
  const { model, store } = travel
  const { matrix } = model.current.basis
  const cells = extremesOf(model)
  const read = store.get()
  const current = read?.matrix === matrix ? read.cell : undefined
  const place =
    current === undefined
      ? -1
      : cells.findIndex(({ layerIndex, tokenIndex }) => {
          const isLayer = layerIndex === layerOfRow(matrix, current.rowIndex)
          return isLayer && tokenIndex === tokenOfColumn(matrix, current.columnIndex)
        })
  const next = cells[place < 0 ? 0 : (place + step + cells.length) % cells.length]
  if (next !== undefined) goTo(travel, next)
  return next !== undefined
}

function extremesOf({ current: { basis } }: FigureModel): readonly CellIndex[] {
  const { matrix, displayed, statistics } = basis
  const known = extremes.get(matrix)
  if (known !== undefined) return known
  const counted = displayed.counted ?? displayed.tensor
  const made = extremeCells(counted, matrix.queryIndex, statistics.median, EXTREME_COUNT)
  extremes.set(matrix, made)
  return made
}
