import { type Pyramid } from '../tensor/Pyramid'
import { type Baselines } from '../tensor/StandingOut'
import { layerCountOf, longestRow, rowOf, type Tensor } from '../tensor/Tensor'
import { LayerSample } from './LayerSample'
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

/** Numbers of cells and of layers above which a query's typical values are made with the tensor, in a worker. */
const LARGE = { cells: 1 << 20, layers: 1 << 14 }

/** Least number of bins along the side of a figure whose ranges are made with the tensor. */
const FEW_BINS = 64

/** Power of two of the layers of a bin from which a sample of bins has too many of them to read it on the page. */
const MANY_ROWS = 6

/** Returns the typical values of each query that is too large to make them on the page; undefined for the others. */
export function largeTypical(input: TypicalInput): readonly (Typical | undefined)[] {
  return input.statistics.map(({ finiteCount }, queryIndex) => {
    const layerCount = layerCountOf(input.tensor, queryIndex)
    if (finiteCount <= LARGE.cells && layerCount <= LARGE.layers) return undefined
    const typical = madeTypical(input, queryIndex)
    const longest = longestRow(input.tensor, queryIndex)
    for (let columns = 1; 2 ** columns * FEW_BINS <= longest; columns++) {
      rangeAt(input, typical, queryIndex, { columns, layers: 0 })
    }
    for (let layers = MANY_ROWS; 2 ** layers * FEW_BINS <= layerCount; layers++) {
      rangeAt(input, typical, queryIndex, { columns: 0, layers })
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

/** Returns the median and the robust scale of the finite values of each layer. */
export function baselinesOf(tensor: Tensor, queryIndex: number): Baselines {
  const layerCount = layerCountOf(tensor, queryIndex)
  const medians = new Float64Array(layerCount)
  const scales = new Float64Array(layerCount)
  const counts = new Float64Array(layerCount)
  const readCount = Math.max(READ.least, Math.min(READ.most, Math.floor(READ.all / layerCount)))
  const sample = new LayerSample(readCount)
  for (let layer = 0; layer < layerCount; layer++) {
    sample.read(rowOf(tensor, queryIndex, layer))
    counts[layer] = sample.count
    medians[layer] = sample.median
    scales[layer] = sample.scale
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
