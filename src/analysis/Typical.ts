import { type Pyramid } from '../tensor/Pyramid'
import { type Baselines } from '../tensor/StandingOut'
import { layerCountOf, rowOf, type Row, type Tensor } from '../tensor/Tensor'
import { type Statistics } from './Statistics'
import { meanRange, type BinPowers, type MeanRange } from './meanRange'

/** The input of a query's typical values: the displayed values and the results of a pass over them. */
export interface TypicalInput {
  readonly tensor: Tensor
  /** Pyramids of the tensor's values, one per block. */
  readonly pyramids: readonly Pyramid[]
  /** Statistics of each query. Extent and median include only the values that count. */
  readonly statistics: readonly Statistics[]
  /** The typical values of each query that were made with the tensor; those of small queries are made when needed. */
  readonly typical?: readonly (Typical | undefined)[]
}

/** The values that are typical of a query: those of its layers, and the ranges of the means of its bins. */
export interface Typical {
  readonly baselines: Baselines
  /** Number of scales from a layer's median that one of all cells exceeds if the values are normal noise. */
  readonly threshold: number
  /** The ranges that were made so far, by the powers of the bins. */
  readonly ranges: Map<string, MeanRange>
}

/** Number of cells above which a query's typical values are made with the tensor, in a worker. */
const LARGE = 1 << 20

/** Returns the typical values of each query that is too large to make them on the page; undefined for the others. */
export function largeTypical(input: TypicalInput): readonly (Typical | undefined)[] {
  return input.statistics.map(({ finiteCount }, queryIndex) => {
    if (finiteCount <= LARGE) return undefined
    const typical = madeTypical(input, queryIndex)
    const longest = longestRow(input.tensor, queryIndex)
    for (let columns = 1; 2 ** columns <= longest; columns++) {
      rangeAt(input, typical, queryIndex, { columns, layers: 0 })
    }
    return typical
  })
}

const small = new WeakMap<Tensor, Map<number, Typical>>()

/** Returns the typical values of a query, which are made once per tensor. */
export function typicalOf(input: TypicalInput, queryIndex: number): Typical {
  const known = input.typical?.[queryIndex] ?? small.get(input.tensor)?.get(queryIndex)
  if (known !== undefined) return known
  const made = madeTypical(input, queryIndex)
  const byQuery = small.get(input.tensor) ?? new Map<number, Typical>()
  small.set(input.tensor, byQuery.set(queryIndex, made))
  return made
}

/**
 * Returns the range of the means of a query's bins, made once per tensor and size. All bins whose size has the same
 * powers of two share it, so that panning changes no color.
 */
export function meanRangeOf(input: TypicalInput, queryIndex: number, powers: BinPowers): MeanRange {
  return rangeAt(input, typicalOf(input, queryIndex), queryIndex, powers)
}

function rangeAt(
  input: TypicalInput,
  typical: Typical,
  queryIndex: number,
  powers: BinPowers,
): MeanRange {
  const key = `${powers.columns} ${powers.layers}`
  const range = typical.ranges.get(key) ?? meanRange({ ...input, ...typical, queryIndex }, powers)
  typical.ranges.set(key, range)
  return range
}

function madeTypical({ tensor, statistics }: TypicalInput, queryIndex: number): Typical {
  return {
    baselines: baselinesOf(tensor, queryIndex),
    threshold: noiseThreshold(statistics[queryIndex]?.finiteCount ?? 0),
    ranges: new Map(),
  }
}

function longestRow(tensor: Tensor, queryIndex: number): number {
  let longest = 0
  for (let layer = 0; layer < layerCountOf(tensor, queryIndex); layer++) {
    longest = Math.max(longest, rowOf(tensor, queryIndex, layer).length)
  }
  return longest
}

/**
 * Returns the distance from the mean, in standard deviations, that on average one of `count` normal numbers exceeds in
 * either direction. Solved by iteration, with the tail between its bounds φ(t) t / (t² + 1) and φ(t) / t (Gordon, 1941).
 */
export function noiseThreshold(count: number): number {
  const share = 2 * Math.max(count, 20)
  let t = 3
  for (let step = 0; step < 20; step++) {
    t = Math.sqrt(2 * Math.log((share * (t + 1 / t)) / ((t * t + 2) * Math.sqrt(2 * Math.PI))))
  }
  return t
}

/** Number of cells of a query that are read, as many of each layer, and the least and the most of a layer. */
const READ = { all: 1 << 14, least: 1 << 9, most: 1 << 12 }

/** Number of cells from which the scale of a layer is its own only; with fewer, it is drawn to that of all layers. */
const ENOUGH = 256

/** Median absolute deviation of normal numbers with standard deviation 1. */
const NORMAL_MAD = 0.6745
/** Their mean absolute deviation. */
const NORMAL_MEAN_DEVIATION = Math.sqrt(2 / Math.PI)

/** Returns the median and the robust scale of the finite values of each layer. */
export function baselinesOf(tensor: Tensor, queryIndex: number): Baselines {
  const layerCount = layerCountOf(tensor, queryIndex)
  const medians = new Float64Array(layerCount)
  const scales = new Float64Array(layerCount)
  const counts = new Float64Array(layerCount)
  const readCount = Math.max(READ.least, Math.min(READ.most, Math.floor(READ.all / layerCount)))
  for (let layer = 0; layer < layerCount; layer++) {
    const values = readValues(rowOf(tensor, queryIndex, layer), readCount).toSorted()
    counts[layer] = values.length
    medians[layer] = values[values.length >> 1] ?? NaN
    scales[layer] = scaleOf(values)
  }
  const positive = scales.filter((scale) => scale > 0).toSorted()
  const common = positive[positive.length >> 1] ?? NaN
  return {
    medians,
    scales: scales.map((scale, layer) => {
      const weight = Math.min(1, (counts[layer] ?? 0) / ENOUGH)
      return weight === 1 || Number.isNaN(common) ? scale : weight * scale + (1 - weight) * common
    }),
  }
}

const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/** Returns the finite values of a row, or of an even sample of `mostCount` of its cells if it has more. */
function readValues({ values, offset, length }: Row, mostCount: number): Float64Array {
  const count = Math.min(length, mostCount)
  const read = new Float64Array(count)
  let readCount = 0
  for (let k = 0; k < count; k++) {
    // Steps of the golden ratio reach all places evenly and never fall into step with a pattern of the values.
    const index = count === length ? k : Math.floor(((k * GOLDEN_RATIO) % 1) * length)
    const value = values[offset + index] ?? NaN
    if (value - value === 0) read[readCount++] = value
  }
  return read.subarray(0, readCount)
}

/**
 * Returns the median absolute deviation of ascending values, or, if more than half of them are the same, the mean
 * absolute deviation, each as the standard deviation of normal numbers that have it; 0 of no values.
 */
function scaleOf(ascending: Float64Array): number {
  const { length } = ascending
  if (length === 0) return 0
  const median = ascending[length >> 1] ?? NaN
  const middle = nthDeviation(ascending, length >> 1)
  if (middle > 0) return middle / NORMAL_MAD
  const sum = ascending.reduce((total, value) => total + Math.abs(value - median), 0)
  return sum / length / NORMAL_MEAN_DEVIATION
}

/** Returns the n-th least distance from the upper median, counted from 0: the values nearest to it surround it. */
function nthDeviation(ascending: Float64Array, n: number): number {
  const start = ascending.length >> 1
  const median = ascending[start] ?? NaN
  let [below, above] = [start, start]
  for (let k = 0; k < n; k++) {
    const toNext = (ascending[above + 1] ?? Infinity) - median
    const toLast = median - (ascending[below - 1] ?? -Infinity)
    if (toNext <= toLast) above++
    else below--
  }
  return Math.max(median - (ascending[below] ?? NaN), (ascending[above] ?? NaN) - median)
}
