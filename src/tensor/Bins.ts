import { type BinAxis } from './BinAxis'
import { type BinPlace, type BinSource } from './BinSource'
import { BinSummary } from './BinSummary'

/**
 * A matrix reduced to the available pixels. Row-major; row 0 holds the first layers of the window. A bin that holds
 * only padding is padding. Missing and padded cells beside numbers do not change the value that is shown.
 */
export interface Bins {
  readonly columns: BinAxis
  readonly layers: BinAxis
  /** The shown similarity of each bin; NaN if the bin has no number. */
  readonly values: Float64Array
  /**
   * The second value of a bin that shows two, by the index of the bin: that of a cell which stands out on the other side,
   * or NaN if more than half of the bin's cells are missing.
   */
  readonly others: Map<number, number>
  /**
   * 0 if the whole bin is padding; otherwise the file has cells in the bin, missing or not: 2 if the shown similarity is
   * their mean, and 1 if it is that of a cell.
   */
  readonly hasCells: Uint8Array
}

/** Returns all bins of a matrix. To spread the work, use `addBinRow` for one row at a time. */
export function binsOf(source: BinSource): Bins {
  const bins = emptyBins(source)
  for (let row = 0; row < source.layers.binCount; row++) addBinRow(bins, source, row)
  return bins
}

/** Returns bins of which no row is filled in yet. */
export function emptyBins({ columns, layers }: BinSource): Bins {
  const count = columns.binCount * layers.binCount
  const values = new Float64Array(count).fill(NaN)
  return { columns, layers, values, others: new Map(), hasCells: new Uint8Array(count) }
}

/** Fills one row of bins, so that a figure can be computed row by row. */
export function addBinRow(bins: Bins, source: BinSource, binRow: number): void {
  const { columns } = source
  const summary = new BinSummary(source, binRow)
  const { values, others, hasCells } = bins
  for (let binColumn = 0; binColumn < columns.binCount; binColumn++) {
    const bin = binRow * columns.binCount + binColumn
    summary.read(binColumn)
    hasCells[bin] = summary.storedCount === 0 ? 0 : summary.isMean ? 2 : 1
    values[bin] = summary.shown
    const { other } = summary
    if (other !== undefined) others.set(bin, other)
  }
}

/** The value that a bin shows, and what it is. */
export interface ShownValues {
  /** NaN if the bin has no number. */
  readonly value: number
  /** The second value of the bin, as in `Bins.others`. */
  readonly other: number | undefined
  /** Whether the value is a mean and not that of a cell. */
  readonly isMean: boolean
  /** Mean of the bin's numbers; NaN if it has none, or both infinities. */
  readonly mean: number
}

/** Returns what one bin shows. The bin may lie outside the windows. */
export function shownValues(source: BinSource, { binColumn, binRow }: BinPlace): ShownValues {
  const summary = new BinSummary(source, binRow)
  summary.read(binColumn)
  const { shown: value, other, isMean, mean } = summary
  return { value, other, isMean, mean }
}

/** Returns true if a bin holds only padding. Such a bin shows only the texture of padding. */
export function isPaddingBin(bins: Bins, binIndex: number): boolean {
  return bins.hasCells[binIndex] === 0
}

/** Returns true if a bin shows the mean of its cells, and not the value of one. */
export function isMeanBin(bins: Bins, binIndex: number): boolean {
  return bins.hasCells[binIndex] === 2
}

/**
 * Returns the values in the upper and the lower half of a bin: the greater one of two is above, and missing cells are
 * below. A bin with one value has it in both.
 */
export function halvesOf(bins: Bins, binIndex: number): readonly [upper: number, lower: number] {
  const value = bins.values[binIndex] ?? NaN
  const other = bins.others.get(binIndex) ?? value
  return other > value ? [other, value] : [value, other]
}
