import { rowOf } from '../../tensor/Tensor'
import { type CellValue, type End, type ExtremesFinding } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { type Sliced } from '../Sliced'

/** Largest number of cells that are named in addition because they equal the last wanted one. */
const MOST_TIED = 5

/**
 * Returns the `count` highest or lowest finite cells, with those that equal the last of them. Returns an empty list if
 * all values are equal, since then no cell is higher than another.
 */
export function* extremes(
  input: SummarizedInput,
  end: End,
  count: number,
): Sliced<readonly ExtremesFinding[]> {
  const { min, max } = input.statistics
  if (!(max - min > input.tolerance)) return []
  const sign = end === 'highest' ? 1 : -1
  // First the wanted values times the sign, highest first; then the cells that reach the last of them.
  const best = Array.from({ length: count }, () => -Infinity)
  yield* visit(input, sign, {
    bound: () => best.at(-1) ?? Infinity,
    take: ({ value }) => {
      best.splice(
        best.findIndex((other) => sign * value > other),
        0,
        sign * value,
      )
      best.pop()
    },
    isStrict: true,
  })
  const bound = (best.at(-1) ?? Infinity) - input.tolerance
  const highestTied = bound + 2 * input.tolerance
  const cells: CellValue[] = []
  let tiedCount = 0
  yield* visit(input, sign, {
    bound: () => bound,
    take: (cell) => {
      const isTied = sign * cell.value <= highestTied
      if (isTied && ++tiedCount > count + MOST_TIED) return
      cells.push(cell)
    },
    isStrict: false,
  })
  cells.sort((a, b) => sign * (b.value - a.value))
  const named = cells.slice(0, count + MOST_TIED)
  const aboveCount = cells.filter(({ value }) => sign * value > highestTied).length
  return [
    { kind: end, areas: named, cells: named, tiedCount: aboveCount + tiedCount - named.length },
  ]
}

interface Visitor {
  /** The number that a value times the sign must reach or, if strict, exceed. */
  readonly bound: () => number
  readonly take: (cell: CellValue) => void
  readonly isStrict: boolean
}

/** Number of layers without such a cell between two pauses. */
const PAUSE = 1 << 14

/** Passes the finite cells that reach the bound to the visitor, in [layer][token] order. */
function* visit(
  { tensor, queryIndex, summary }: SummarizedInput,
  sign: number,
  { bound, take, isStrict }: Visitor,
): Sliced<void> {
  for (const [layerIndex, { min, max }] of summary.layers.entries()) {
    let least = bound()
    if (layerIndex % PAUSE === 0) yield
    // Most layers have no cell that reaches the bound.
    if (Math.max(sign * min, sign * max) < least) continue
    const { values, offset, firstToken, length } = rowOf(tensor, queryIndex, layerIndex)
    for (let k = 0; k < length; k++) {
      const value = values[offset + k] ?? NaN
      const signed = sign * value
      if (!(isStrict ? signed > least : signed >= least) || value - value !== 0) continue
      take({ layerIndex, tokenIndex: firstToken + k, value })
      least = bound()
    }
    yield
  }
}
