import { extremeCells, extremeIn } from '../../analysis/extremeCells'
import { type CellIndex } from '../../analysis/Statistics'
import { type FigureBasis } from '../../figure/figureBasis'
import { type PlotModel } from '../../figure/plotModel'
import {
  columnOfToken,
  layerOfRow,
  rowOfLayer,
  tokenOfColumn,
  type Matrix,
} from '../../tensor/Matrix'
import { inSlices } from '../../worker/inSlices'
import { windowsOfAreas } from '../zoom/windowsOfAreas'
import { type Reading } from './Reading'

/** What leads to a cell of a figure. */
export type Travel = Pick<Reading, 'model' | 'windows' | 'store' | 'pinned' | 'onZoom'>

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

/**
 * Goes to a token in the pinned layer, or to a layer in the column of the pinned token or else in the one that was read
 * last. If there is none, goes to the most extreme cell of the token or the layer.
 */
export function goToPlace(travel: Travel, { layerIndex, tokenIndex }: Partial<CellIndex>): void {
  const { basis } = travel.model.current
  const { matrix, statistics } = basis
  const read = travel.store.get()
  const last = read?.matrix === matrix && layerIndex !== undefined ? read.cell : undefined
  const place = extremeIn(
    matrix,
    {
      ...(travel.pinned ?? last),
      ...(layerIndex !== undefined && { rowIndex: rowOfLayer(matrix, layerIndex) }),
      ...(tokenIndex !== undefined && { columnIndex: columnOfToken(matrix, tokenIndex) }),
    },
    statistics.median,
  )
  goTo(travel, {
    layerIndex: layerOfRow(matrix, place.rowIndex),
    tokenIndex: tokenOfColumn(matrix, place.columnIndex),
  })
}

/** Number of extreme cells that the keys go through. */
const EXTREME_COUNT = 20

interface Search {
  readonly cells: Promise<readonly CellIndex[]>
  readonly ending: AbortController
}

/** The search for the extreme cells of each matrix that is shown. */
const searches = new WeakMap<Matrix, Search>()

/** Ends the search for the extreme cells of a matrix, which is no longer shown. */
export function stopSearching(matrix: Matrix): void {
  searches.get(matrix)?.ending.abort()
  searches.delete(matrix)
}

/**
 * Goes to the next of the 20 most extreme cells, the most extreme first, as soon as they are found; a `step` of −1 goes
 * to the one before. A cell that is not among them leads to the first. Returns false if the figure has no numbers.
 */
export function goToExtreme(travel: Travel, step: 1 | -1): boolean {
  const { basis } = travel.model.current
  const { cells, ending } = searchIn(basis)
  const go = (found: readonly CellIndex[]): void => {
    const next = nextOf(travel, found, step)
    if (next !== undefined && !ending.signal.aborted) goTo(travel, next)
  }
  // It is rejected only if it was ended.
  cells.then(go, () => undefined)
  return basis.statistics.maxCell !== undefined
}

function nextOf(
  { model, store }: Travel,
  cells: readonly CellIndex[],
  step: 1 | -1,
): CellIndex | undefined {
  const { matrix } = model.current.basis
  const read = store.get()
  const current = read?.matrix === matrix ? read.cell : undefined
  const place =
    current === undefined
      ? -1
      : cells.findIndex(({ layerIndex, tokenIndex }) => {
          const isLayer = layerIndex === layerOfRow(matrix, current.rowIndex)
          return isLayer && tokenIndex === tokenOfColumn(matrix, current.columnIndex)
        })
  return cells[place < 0 ? 0 : (place + step + cells.length) % cells.length]
}

function searchIn({ matrix, displayed, statistics }: FigureBasis): Search {
  const known = searches.get(matrix)
  if (known !== undefined) return known
  const ending = new AbortController()
  const counted = displayed.counted ?? displayed.tensor
  const work = extremeCells(counted, matrix.queryIndex, statistics.median, EXTREME_COUNT)
  const search = { cells: inSlices(work, ending.signal), ending }
  searches.set(matrix, search)
  return search
}
