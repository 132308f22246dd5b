import { layerCountOf, rowOf, tokenCountOf, type Row } from '../../tensor/Tensor'
import { MOST_TOKENS } from '../TokenSummaries'
import { type Sliced } from '../Sliced'
import { spearman } from '../spearman'
import { type CellIndex } from '../Statistics'
import { partOfRow, type Operands } from './operands'
import { PairSums, type PairStatistics } from './PairSums'

/** Statistics of a difference A − B over the cells that are finite in A, in B and in A − B. */
export interface DifferenceStatistics {
  readonly all: PairStatistics
  readonly layers: readonly PairStatistics[]
  /** By token; empty if there are more than 2²⁰. */
  readonly tokens: readonly PairSums[]
  /** Spearman’s ρ of A and B over `rankedCount` cells: all, or evenly spaced ones. */
  readonly spearman: number
  readonly rankedCount: number
  /** The first cell with the largest |A − B|; absent if no cell is finite. */
  readonly largest?: CellIndex & { readonly value: number }
}

/** Number of cells read without a pause, and the largest number that is ranked. */
const RUN = 1 << 15
const MOST_RANKED = 1 << 16

/** Returns the statistics of a query of a difference. */
export function* differenceStatistics(
  operands: Operands,
  queryIndex: number,
): Sliced<DifferenceStatistics> {
  const { tensor } = operands
  const tokenCount = tokenCountOf(tensor, queryIndex)
  const tokens = Array.from(
    { length: tokenCount > MOST_TOKENS ? 0 : tokenCount },
    () => new PairSums(),
  )
  const all = new PairSums()
  const layers: PairStatistics[] = []
  let largest: DifferenceStatistics['largest']
  for (let layerIndex = 0; layerIndex < layerCountOf(tensor, queryIndex); layerIndex++) {
    const sums = new PairSums()
    for (const pairs of runsOf(operands, rowOf(tensor, queryIndex, layerIndex))) {
      addPairs(pairs, sums, tokens)
      const found = largestOf(pairs, largest === undefined ? -1 : Math.abs(largest.value))
      if (found !== undefined) largest = { layerIndex, ...found }
      yield
    }
    layers.push(sums.statistics())
    all.addAll(sums)
  }
  const ranked = yield* rankedPairs(operands, queryIndex, all.count)
  return {
    all: all.statistics(),
    layers,
    tokens,
    spearman: yield* spearman(ranked.a, ranked.b),
    rankedCount: ranked.a.length,
    ...(largest && { largest }),
  }
}

/** The values of consecutive cells of a row; `firstToken` is that of the first one. */
interface Run {
  readonly firstToken: number
  readonly values: ArrayLike<number>
  readonly a: ArrayLike<number>
  readonly b: ArrayLike<number>
}

function* runsOf({ tensor, a, b }: Operands, row: Row): Generator<Run> {
  for (let from = 0; from < row.length; from += RUN) {
    const range = [from, Math.min(from + RUN, row.length)] as const
    yield {
      firstToken: row.firstToken + from,
      values: partOfRow(tensor.values, tensor, row, range),
      a: partOfRow(a, tensor, row, range),
      b: partOfRow(b, tensor, row, range),
    }
  }
}

/** Whether a cell of a run is compared. */
function isCompared({ values, a, b }: Run, k: number): boolean {
  const sum = (values[k] ?? NaN) + (a[k] ?? NaN) + (b[k] ?? NaN)
  // A difference with itself is 0 for finite values only.
  return sum - sum === 0
}

function addPairs(run: Run, sums: PairSums, tokens: readonly PairSums[]): void {
  for (let k = 0; k < run.values.length; k++) {
    if (!isCompared(run, k)) continue
    const a = run.a[k] ?? NaN
    const b = run.b[k] ?? NaN
    sums.add(a, b)
    tokens[run.firstToken + k]?.add(a, b)
  }
}

/** Returns the first cell of a run whose magnitude is above the given one and the largest, or undefined. */
function largestOf(
  run: Run,
  above: number,
): { readonly tokenIndex: number; readonly value: number } | undefined {
  let most = above
  let place = -1
  for (let k = 0; k < run.values.length; k++) {
    const magnitude = Math.abs(run.values[k] ?? NaN)
    if (!(magnitude > most) || !isCompared(run, k)) continue
    most = magnitude
    place = k
  }
  if (place < 0) return undefined
  return { tokenIndex: run.firstToken + place, value: run.values[place] ?? NaN }
}

/** Returns the values of A and B in all compared cells, or in evenly spaced ones of them. */
function* rankedPairs(
  operands: Operands,
  queryIndex: number,
  count: number,
): Sliced<Readonly<Record<'a' | 'b', Float64Array>>> {
  const ranked = new RankedPairs(count)
  for (let layer = 0; layer < layerCountOf(operands.tensor, queryIndex); layer++) {
    for (const run of runsOf(operands, rowOf(operands.tensor, queryIndex, layer))) {
      ranked.take(run)
      yield
    }
  }
  return ranked
}

/** Evenly spaced ones of the compared cells. */
class RankedPairs {
  readonly a: Float64Array
  readonly b: Float64Array
  private readonly step: number
  private seen = 0

  /** `count` is the number of all compared cells. */
  constructor(count: number) {
    this.step = Math.max(1, Math.ceil(count / MOST_RANKED))
    const length = Math.ceil(count / this.step)
    this.a = new Float64Array(length)
    this.b = new Float64Array(length)
  }

  /** Takes every cell of a run whose number among all compared cells is a multiple of the step. */
  take(run: Run): void {
    for (let k = 0; k < run.values.length; k++) {
      if (!isCompared(run, k)) continue
      const place = this.seen++ / this.step
      // Places between whole numbers are not those of elements.
      if (!Number.isInteger(place)) continue
      this.a[place] = run.a[k] ?? NaN
      this.b[place] = run.b[k] ?? NaN
    }
  }
}
