import { cellsOfBin, type BinAxis } from './BinAxis'
import { layerOfRow, valueIn, type Matrix } from './Matrix'
import { rowOf, valueAt } from './Tensor'

/**
 * Statistics of the finite values of each token over the layers, or of each layer over the tokens: their count, mean,
 * 10 % and 90 % quantiles, and extremes. Each array is indexed by token or layer. Without finite values, the count is 0
 * and the rest is NaN.
 */
export type Profile = Readonly<
  Record<'count' | 'mean' | 'low' | 'high' | 'min' | 'max', Float64Array>
>

/** The profiles of a query along both axes. */
export interface Profiles {
  readonly tokens: Profile
  readonly layers: Profile
  /** The layers of several queries, to be compared in one panel; default none. */
  readonly queries?: readonly QueryProfile[]
}

/** The profile of a query's layers. */
export interface QueryProfile {
  readonly queryIndex: number
  readonly layers: Profile
}

/** Returns a profile for `count` tokens or layers without values. */
export function emptyProfile(count: number): Profile {
  const [mean, low, high, min, max] = Array.from({ length: 5 }, () =>
    new Float64Array(count).fill(NaN),
  )
  const none = new Float64Array()
  return {
    count: new Float64Array(count),
    mean: mean ?? none,
    low: low ?? none,
    high: high ?? none,
    min: min ?? none,
    max: max ?? none,
  }
}

/**
 * Returns the profile of the bins of a window. The extremes and the mean of a bin are exact. Its quantiles are the
 * means of the quantiles of its tokens or layers, weighted by their counts.
 */
export function profileOfBins(
  profile: Profile,
  axis: BinAxis,
  itemsOf: (first: number, end: number) => readonly number[],
): Profile {
  const bins = emptyProfile(axis.binCount)
  for (let bin = 0; bin < axis.binCount; bin++) {
    const [first, end] = cellsOfBin(axis, bin)
    let [count, mean, low, high, min, max] = [0, 0, 0, 0, Infinity, -Infinity]
    for (const item of itemsOf(first, end)) {
      const weight = profile.count[item] ?? 0
      if (weight === 0) continue
      count += weight
      mean += weight * (profile.mean[item] ?? 0)
      low += weight * (profile.low[item] ?? 0)
      high += weight * (profile.high[item] ?? 0)
      min = Math.min(min, profile.min[item] ?? NaN)
      max = Math.max(max, profile.max[item] ?? NaN)
    }
    if (count === 0) continue
    bins.count[bin] = count
    bins.mean[bin] = mean / count
    bins.low[bin] = low / count
    bins.high[bin] = high / count
    bins.min[bin] = min
    bins.max[bin] = max
  }
  return bins
}

/**
 * Returns the values of one token along the bins of the rows: the mean of the finite values in each bin, NaN if it has
 * none.
 */
export function tokenLine(matrix: Matrix, rows: BinAxis, tokenIndex: number): Float64Array {
  const { tensor, queryIndex } = matrix
  return meansOfBins(rows, (row) => {
    return valueAt(tensor, queryIndex, layerOfRow(matrix, row), tokenIndex) ?? NaN
  })
}

/**
 * Returns the values of one layer along the bins of the columns: the mean of the finite values in each bin, NaN if it
 * has none.
 */
export function layerLine(matrix: Matrix, columns: BinAxis, layerIndex: number): Float64Array {
  const row = rowOf(matrix.tensor, matrix.queryIndex, layerIndex)
  return meansOfBins(columns, (column) => valueIn(matrix, row, column) ?? NaN)
}

function meansOfBins(axis: BinAxis, valueOf: (cellIndex: number) => number): Float64Array {
  return Float64Array.from({ length: axis.binCount }, (_, bin) => {
    const [first, end] = cellsOfBin(axis, bin)
    let [count, sum] = [0, 0]
    for (let cell = first; cell < end; cell++) {
      const value = valueOf(cell)
      // The difference of a value with itself is 0 only if the value is finite.
      if (value - value !== 0) continue
      count++
      sum += value
    }
    return sum / count
  })
}
