import { tokenOfColumn, type Matrix } from './Matrix'
import { rowOf } from './Tensor'

/** How many cells make a bin, along each axis; 1 × 1 is one bin a cell. */
export interface BinSize {
  readonly columnsPerBin: number
  readonly layersPerBin: number
}

/**
 * A matrix as the available pixels allow it: whole cells, anchored at column 0 and layer 0, so the last
 * bin of an axis may hold fewer cells. Row-major, row 0 holds layer 0.
 *
 * A bin shows its most extreme cell (design.md §5): farthest from `reference`; ties to the larger
 * magnitude, then to the larger value.
 */
export interface Bins extends BinSize {
  readonly columnCount: number
  readonly rowCount: number
  /** The shown similarity; NaN where the bin has none (see `isPadding` for why). */
  readonly values: Float64Array
  /** Layer and column of the shown cell; of the bin's first cell where it shows none. */
  readonly layerIndices: Uint32Array
  readonly columnIndices: Uint32Array
  /** Cells of the bin that are missing. */
  readonly missingCounts: Uint32Array
  /** Cells of the bin that are padding; cells beyond the matrix' edge are not counted. */
  readonly paddingCounts: Uint32Array
}

/** The smallest bins with at most `maxColumnCount` × `maxRowCount` of them; both at least 1. */
export function binSizeFor(matrix: Matrix, maxColumnCount: number, maxRowCount: number): BinSize {
  return {
    columnsPerBin: Math.max(1, Math.ceil(matrix.columnCount / Math.max(1, maxColumnCount))),
    layersPerBin: Math.max(1, Math.ceil(matrix.layerCount / Math.max(1, maxRowCount))),
  }
}

/** Bins of a whole matrix; `reference` is the median of the query's finite values (NaN counts as 0). */
export function binsOf(matrix: Matrix, size: BinSize, reference: number): Bins {
  const columnCount = Math.ceil(matrix.columnCount / size.columnsPerBin)
  const rowCount = Math.ceil(matrix.layerCount / size.layersPerBin)
  const bins = emptyBins(size, columnCount, rowCount)
  const center = Number.isNaN(reference) ? 0 : reference
  for (let layer = 0; layer < matrix.layerCount; layer++) addLayer(bins, matrix, layer, center)
  return bins
}

/** Whether no cell of the bin has a token: nothing is drawn there but the padding's texture. */
export function isPaddingBin(bins: Bins, binIndex: number): boolean {
  return Number.isNaN(bins.values[binIndex]) && bins.missingCounts[binIndex] === 0
}

/** Whether `candidate` is shown rather than `shown`; NaN as `shown` means nothing yet. */
export function isMoreExtreme(candidate: number, shown: number, reference: number): boolean {
  if (Number.isNaN(shown)) return true
  const byDistance = Math.abs(candidate - reference) - Math.abs(shown - reference)
  if (byDistance !== 0 && !Number.isNaN(byDistance)) return byDistance > 0
  const byMagnitude = Math.abs(candidate) - Math.abs(shown)
  if (byMagnitude !== 0 && !Number.isNaN(byMagnitude)) return byMagnitude > 0
  return candidate > shown
}

function emptyBins(size: BinSize, columnCount: number, rowCount: number): Bins {
  const count = columnCount * rowCount
  const layerIndices = new Uint32Array(count)
  const columnIndices = new Uint32Array(count)
  for (let bin = 0; bin < count; bin++) {
    layerIndices[bin] = Math.floor(bin / columnCount) * size.layersPerBin
    columnIndices[bin] = (bin % columnCount) * size.columnsPerBin
  }
  return {
    ...size,
    columnCount,
    rowCount,
    values: new Float64Array(count).fill(NaN),
    layerIndices,
    columnIndices,
    missingCounts: new Uint32Array(count),
    paddingCounts: new Uint32Array(count),
  }
}

function addLayer(bins: Bins, matrix: Matrix, layer: number, reference: number): void {
  const { values, layerIndices, columnIndices, missingCounts, paddingCounts } = bins
  const row = rowOf(matrix.tensor, matrix.queryIndex, layer)
  const stored = matrix.tensor.values
  const firstBin = Math.floor(layer / bins.layersPerBin) * bins.columnCount
  for (let column = 0; column < matrix.columnCount; column++) {
    const bin = firstBin + Math.floor(column / bins.columnsPerBin)
    const k = tokenOfColumn(matrix, column) - row.firstToken
    if (k < 0 || k >= row.length) {
      paddingCounts[bin] = (paddingCounts[bin] ?? 0) + 1
      continue
    }
    const value = stored[row.offset + k] ?? NaN
    if (Number.isNaN(value)) {
      missingCounts[bin] = (missingCounts[bin] ?? 0) + 1
    } else if (isMoreExtreme(value, values[bin] ?? NaN, reference)) {
      values[bin] = value
      layerIndices[bin] = layer
      columnIndices[bin] = column
    }
  }
}
