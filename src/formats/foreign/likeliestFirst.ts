import { type FoundArray, type FoundFile } from './FoundFile'

/** Names of arrays that researchers look at, and of arrays that only say where values are. */
const MEASURE = /sim|cos|att(?:entio)?n|pattern|score/i
const PLACE =
  /(?:^|[._[])(?:x|ids?|idx|ind(?:ex|ices)|ranks?|pos(?:ition)?s?|layers?|heads?|tokens?|steps?)$/i

/** Number of values by which an array of indices is told from one of measurements. */
const SAMPLE = 1000

/**
 * Returns the arrays with the likeliest one first: one whose lengths fit the token list, or whose name says that it
 * holds similarities, attention or scores; arrays that are named like an axis last. Equally likely ones, and
 * those of a notebook, keep their order.
 */
export function likeliestFirst(
  arrays: readonly FoundArray[],
  tokenLists: FoundFile['tokenLists'] = [],
): readonly FoundArray[] {
  const score = ({ name, dimensions, values }: FoundArray): number => {
    const isPlace = PLACE.test(name) && values.subarray(0, SAMPLE).every(Number.isInteger)
    const isFitting = dimensions.some(
      ({ size }) => size > 1 && tokenLists.some(({ length }) => length === size),
    )
    return (isPlace ? -4 : 0) + (isFitting ? 2 : 0) + (MEASURE.test(name) ? 1 : 0)
  }
  const isNotebook = arrays.some(({ name }) => /^cell \d+\//.test(name))
  return isNotebook ? arrays : arrays.toSorted((one, other) => score(other) - score(one))
}
