type Numbers = Float64Array | Float32Array

/** Extremes of equal blocks: least and greatest number of each, ±Infinity included; NaN where it holds none. */
interface PyramidLevel {
  readonly min: Numbers
  readonly max: Numbers
}

/**
 * Extremes of blocks of 16, 256, 4,096 … cells of a tensor's flat values, finest first: with them the extremes of any
 * run of cells cost a few dozen reads, however long it is. It takes two fifteenths of the values' memory, and it is
 * enough for the most extreme cell, which is always a run's least or greatest value.
 */
export type Pyramid = readonly PyramidLevel[]

/** Entries of a level that make one of the next. */
const FACTOR = 16

/** In time linear in the values. */
export function pyramidOf(values: Numbers): Pyramid {
  const levels: PyramidLevel[] = []
  let below: PyramidLevel = { min: values, max: values }
  while (below.min.length > FACTOR) {
    below = levelOver(below)
    levels.push(below)
  }
  return levels
}

/**
 * Least and greatest number of runs of cells. One object is used for many runs, since a figure asks for more than a
 * hundred thousand in a frame.
 */
export class RunExtent {
  /** NaN until a number was met. */
  min = NaN
  max = NaN

  reset(): void {
    this.min = NaN
    this.max = NaN
  }

  /** Takes in the numbers of the run `values[start … end)`. */
  addRun(values: Numbers, pyramid: Pyramid, start: number, end: number): void {
    let level: PyramidLevel = { min: values, max: values }
    let from = start
    let to = end
    for (const next of pyramid) {
      const firstBlock = Math.ceil(from / FACTOR)
      const endBlock = Math.floor(to / FACTOR)
      if (firstBlock >= endBlock) break
      this.addEntries(level, from, firstBlock * FACTOR)
      this.addEntries(level, endBlock * FACTOR, to)
      level = next
      from = firstBlock
      to = endBlock
    }
    this.addEntries(level, from, to)
  }

  /** Takes in the entries `from … to` (exclusive) of a level. */
  addEntries({ min, max }: PyramidLevel, from: number, to: number): void {
    let least = this.min
    let greatest = this.max
    for (let i = from; i < to; i++) {
      const low = min[i] ?? NaN
      const high = max[i] ?? NaN
      // A comparison with NaN is false: a number replaces it, and it replaces none.
      if (!(low >= least) && !Number.isNaN(low)) least = low
      if (!(high <= greatest) && !Number.isNaN(high)) greatest = high
    }
    this.min = least
    this.max = greatest
  }
}

function levelOver(below: PyramidLevel): PyramidLevel {
  const count = Math.ceil(below.min.length / FACTOR)
  const isSingle = below.min instanceof Float32Array
  const min = isSingle ? new Float32Array(count) : new Float64Array(count)
  const max = isSingle ? new Float32Array(count) : new Float64Array(count)
  const extent = new RunExtent()
  for (let block = 0; block < count; block++) {
    extent.reset()
    extent.addEntries(below, block * FACTOR, Math.min((block + 1) * FACTOR, below.min.length))
    min[block] = extent.min
    max[block] = extent.max
  }
  return { min, max }
}
