import { type Pyramid, RunSummary } from '../tensor/Pyramid'
import { distanceFromMedian, type Baselines } from '../tensor/StandingOut'
import { layerCountOf, longestRow, rowOf, type Tensor } from '../tensor/Tensor'
import { ranksOfSorted } from './Spread'

/** The size of bins: 2 to the power of `columns` tokens by 2 to the power of `layers` layers. */
export interface BinPowers {
  readonly columns: number
  readonly layers: number
}

/** The means of bins of one size, and the cells in them that stand out. */
export interface MeanRange {
  /** Range of the means for a color scale; absent if the means do not differ. */
  readonly ends?: { readonly low: number; readonly high: number }
  /** The least and the greatest mean of the sample, which may be far outside the range; NaN if there is no range. */
  readonly least: number
  readonly most: number
  /** The values that divide the sorted means into equal groups, as `Spread.ranks`. */
  readonly ranks: Float64Array
  /** Number of scales from its layer's median beyond which a cell is shown. */
  readonly threshold: number
  /** Share of the bins that hold a cell beyond the threshold of noise. */
  readonly standingShare: number
  /** Share of the bins that hold a shown cell. */
  readonly shownShare: number
}

interface MeanRangeInput {
  readonly tensor: Tensor
  readonly pyramids: readonly Pyramid[]
  readonly queryIndex: number
  readonly baselines: Baselines
  /** The threshold of noise. */
  readonly threshold: number
}

/**
 * Returns the range of the means of bins of one size, from a sample of 1,024 bins if there are more, and of fewer if
 * they have very many layers.
 */
export function meanRange(input: MeanRangeInput, powers: BinPowers): MeanRange {
  const bins = sampledBins(input, powers)
  const distances = Float64Array.from(bins, ({ distance }) => distance).toSorted()
  const shown = shownOf(distances, input.threshold)
  // A bin that shows a cell does not show its mean.
  const others = bins.filter(({ distance }) => distance <= shown.threshold)
  const means = Float64Array.from(others, ({ mean }) => mean).toSorted()
  return { ...rangeOf(means), ranks: ranksOfSorted(means), ...shown }
}

const SAMPLE_COUNT = 1024
/** Largest number of rows of bins that are read, and least number of bins. */
const MOST_ROWS = 1 << 16
const LEAST_COUNT = 64
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/** The mean of a bin, and the largest distance of its cells from their layers' medians. */
interface SampledBin {
  readonly mean: number
  readonly distance: number
}

function sampledBins(input: MeanRangeInput, powers: BinPowers): readonly SampledBin[] {
  const { tensor, queryIndex } = input
  const layerCount = layerCountOf(tensor, queryIndex)
  const size = 2 ** powers.columns
  const rowSize = 2 ** powers.layers
  const across = Math.max(1, Math.floor(longestRow(tensor, queryIndex) / size))
  const total = across * Math.max(1, Math.floor(layerCount / rowSize))
  const mostCount = Math.max(LEAST_COUNT, Math.min(SAMPLE_COUNT, MOST_ROWS / rowSize))
  const count = Math.min(total, mostCount)
  const bins: SampledBin[] = []
  const reader = new BinReader(input)
  for (let k = 0; k < count; k++) {
    const bin = count === total ? k : Math.floor(((k * GOLDEN_RATIO) % 1) * total)
    const firstLayer = Math.floor(bin / across) * rowSize
    const start = (bin % across) * size
    const found = reader.read([firstLayer, firstLayer + rowSize], [start, start + size])
    if (found !== undefined) bins.push(found)
  }
  return bins
}

type Stretch = readonly [first: number, end: number]

/** Reads bins of a query. */
class BinReader {
  private readonly input: MeanRangeInput
  private readonly all = new RunSummary()
  private readonly ofRow = new RunSummary()

  constructor(input: MeanRangeInput) {
    this.input = input
  }

  /** Returns the bin of a stretch of layers and one of the cells of each; undefined if it has no finite mean. */
  read([firstLayer, endLayer]: Stretch, [start, end]: Stretch): SampledBin | undefined {
    const { all, ofRow } = this
    const { tensor, queryIndex, pyramids, baselines } = this.input
    all.reset()
    let distance = 0
    for (let layer = firstLayer; layer < endLayer; layer++) {
      const { values, block, offset, length } = rowOf(tensor, queryIndex, layer)
      if (start >= length) continue
      ofRow.reset()
      ofRow.addRun(values, pyramids[block] ?? [], offset + start, offset + Math.min(end, length))
      if (ofRow.count === 0) continue
      all.add(ofRow)
      const below = Math.abs(distanceFromMedian(baselines, layer, ofRow.min))
      const above = Math.abs(distanceFromMedian(baselines, layer, ofRow.max))
      distance = Math.max(distance, below, above)
    }
    const mean = all.sum / all.count
    return Number.isFinite(mean) ? { mean, distance } : undefined
  }
}

/** Most room on either side of the means of the sample, in lengths of the tail outside their middle 98 %. */
const ROOM_OF_TAIL = 2
/** Most room as a share of the width of the middle 98 %. */
const ROOM_OF_WIDTH = 1 / 3
/** Largest end: it keeps the difference of two ends finite. */
const LARGEST_END = Number.MAX_VALUE / 4

/**
 * Returns the range of ascending means: all of the sample, except those that are farther from the middle 98 % than its
 * own width. There is room for means that the sample lacks: without it, those of noise would be beyond the colors.
 */
function rangeOf(means: Float64Array): Omit<MeanRange, 'ranks' | keyof Shown> {
  const first = means.at(0) ?? NaN
  const last = means.at(-1) ?? NaN
  const isUsable = first < last && first >= -LARGEST_END && last <= LARGEST_END
  if (!isUsable) return { least: NaN, most: NaN }
  const lower = percentile(means, 0.01)
  const upper = percentile(means, 0.99)
  const width = upper - lower
  // If nearly all means are the same, the few others are all that can be seen.
  const reach = width === 0 ? Infinity : width
  const low = means.find((mean) => mean >= lower - reach) ?? first
  const high = means.findLast((mean) => mean <= upper + reach) ?? last
  const roomFor = (tail: number): number => Math.min(ROOM_OF_TAIL * tail, ROOM_OF_WIDTH * width)
  return {
    ends: {
      low: first < low ? low : low - roomFor(lower - low),
      high: last > high ? high : high + roomFor(high - upper),
    },
    least: first,
    most: last,
  }
}

function percentile(ascending: Float64Array, share: number): number {
  return ascending[Math.round(share * (ascending.length - 1))] ?? NaN
}

/** Largest share of the bins, and number of them, that may show a cell in place of their mean without a reason. */
const MOST_SHOWN = { share: 0.02, count: 8 }
/** Largest share of the bins that show one of many equal cells. */
const MOST_ALIKE = 0.25
/** Ratio of two neighboring distances that separates cells from others that are not like them. */
const GAP = 1.3

type Shown = Pick<MeanRange, 'threshold' | 'standingShare' | 'shownShare'>

/**
 * Returns the threshold: that of noise, or a higher one if too many bins would show a cell. Cells that are about equally
 * far are treated alike: if a gap separates them from the others, all of them are shown, and else none of equal ones.
 */
function shownOf(distances: Float64Array, noise: number): Shown {
  const { length } = distances
  const standing = countAbove(distances, noise)
  const most = Math.max(MOST_SHOWN.share * length, MOST_SHOWN.count)
  const shown = (threshold: number): Shown => ({
    threshold,
    standingShare: standing / (length || 1),
    shownShare: countAbove(distances, threshold) / (length || 1),
  })
  if (standing <= most) return shown(noise)
  for (let count = Math.floor(most); count <= Math.min(standing, MOST_ALIKE * length); count++) {
    const least = distances[length - count] ?? NaN
    const next = Math.max(noise, distances[length - count - 1] ?? 0)
    if (least > GAP * next) return shown(next * Math.sqrt(GAP))
  }
  return shown(distances[length - 1 - Math.floor(most)] ?? noise)
}

function countAbove(ascending: Float64Array, limit: number): number {
  return ascending.reduce((count, value) => count + Number(value > limit), 0)
}
