import { cellsOfBin, type BinAxis } from './BinAxis'
import { layerOfRow, tokenOfColumn, type Matrix } from './Matrix'
import { rowOf, valueAt } from './Tensor'

/**
 * What the finite values of each token are over the layers, or those of each layer over the tokens: how many there are,
 * their mean, their quantiles at 10 and 90 %, and their extremes. By token or layer; NaN where there is none.
 */
export type Profile = Readonly<
  Record<'count' | 'mean' | 'low' | 'high' | 'min' | 'max', Float64Array>
>

export interface Profiles {
  readonly tokens: Profile
  readonly layers: Profile
}

/** A profile of so many tokens or layers without any values yet. */
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
 * A profile by the bins of a window: extremes are exact, and so is the mean of all values; the quantiles are means of
 * those of the bin's tokens or layers, weighted by their counts.
 */
export function profileOfBins(
  profile: Profile,
  axis: BinAxis,
  itemOf: (cellIndex: number) => number,
): Profile {
  const bins = emptyProfile(axis.binCount)
  for (let bin = 0; bin < axis.binCount; bin++) {
    const [first, end] = cellsOfBin(axis, bin)
    let [count, mean, low, high, min, max] = [0, 0, 0, 0, Infinity, -Infinity]
    for (let cell = first; cell < end; cell++) {
      const item = itemOf(cell)
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

/** A token's values along the rows' bins; means of the finite ones, NaN where there is none. */
export function tokenLine(matrix: Matrix, rows: BinAxis, tokenIndex: number): Float64Array {
  const { tensor, queryIndex } = matrix
  return meansOfBins(rows, (row) => {
    return valueAt(tensor, queryIndex, layerOfRow(matrix, row), tokenIndex) ?? NaN
  })
}

/** A layer's values along the columns' bins. */
export function layerLine(matrix: Matrix, columns: BinAxis, layerIndex: number): Float64Array {
  const { tensor, queryIndex } = matrix
  const { values, offset, firstToken, length } = rowOf(tensor, queryIndex, layerIndex)
  return meansOfBins(columns, (column) => {
    const k = tokenOfColumn(matrix, column) - firstToken
    return k >= 0 && k < length ? (values[offset + k] ?? NaN) : NaN
  })
}

function meansOfBins(axis: BinAxis, valueOf: (cellIndex: number) => number): Float64Array {
  return Float64Array.from({ length: axis.binCount }, (_, bin) => {
    const [first, end] = cellsOfBin(axis, bin)
    let [count, sum] = [0, 0]
    for (let cell = first; cell < end; cell++) {
      const value = valueOf(cell)
      // A difference with itself is 0 for finite values only.
      if (value - value !== 0) continue
      count++
      sum += value
    }
    return sum / count
  })
}
