import { type Displayed } from '../analysis/displayedOf'
import { type Sliced } from '../analysis/Sliced'
import { type CellIndex, type Statistics } from '../analysis/Statistics'
import { type Query } from '../tensor/Tensor'

/** Objects as rows of numbers, and those that are more than their numbers as they are, by index. */
interface PackedList<T> {
  readonly count: number
  readonly numbers: Float64Array
  readonly others: ReadonlyMap<number, T>
}

/** The queries of a tensor and their statistics as few large pieces. */
interface PackedLists {
  readonly queries: PackedList<Query>
  /** The labels of the packed queries, one after the other. */
  readonly labels: string
  readonly statistics: PackedList<Statistics>
}

/** A displayed tensor; the lists of a packed one are not in their places. */
export type Packable = Displayed & { readonly lists?: PackedLists | undefined }

/** Number of queries up to which a tensor is sent as it is. */
const FEW = 1000

/**
 * Returns a tensor in the form in which it goes to another thread, which has to unpack it. A thread can do nothing else
 * while it receives a message, and takes many times longer for a list of objects than for an array of numbers.
 */
export function* packed<T extends Packable>(given: T): Sliced<T> {
  const { tensor, counted, statistics, typical } = given
  if (tensor.queries.length <= FEW) return given
  const labels: string[] = []
  const queries = yield* packedList(tensor.queries, ({ label, position, ...rest }) => {
    if (Object.keys(rest).length > 0) return undefined
    labels.push(label)
    return [label.length, position]
  })
  return {
    ...given,
    tensor: { ...tensor, queries: [] },
    ...(counted && { counted: { ...counted, queries: [] } }),
    statistics: [],
    typical: typical?.some(Boolean) === true ? typical : [],
    lists: {
      queries,
      labels: labels.join(''),
      statistics: yield* packedList(statistics, numbersOfStatistics),
    },
  }
}

/** Returns a packed tensor as it was before, and any other one as it is. */
export function* unpacked<T extends Packable>(given: T): Sliced<T> {
  const { lists, tensor, counted } = given
  if (lists === undefined) return given
  let end = 0
  const queries = yield* unpackedList(lists.queries, 2, (at) => {
    end += at(0)
    return { label: lists.labels.slice(end - at(0), end), position: at(1) }
  })
  return {
    ...given,
    tensor: { ...tensor, queries },
    ...(counted && { counted: { ...counted, queries } }),
    statistics: yield* unpackedList(lists.statistics, 12, statisticsOfNumbers),
    lists: undefined,
  }
}

/** Number of objects made without a pause. */
const RUN = 1 << 12

function* packedList<T>(
  list: readonly T[],
  numbersOf: (item: T) => readonly number[] | undefined,
): Sliced<PackedList<T>> {
  const numbers: number[] = []
  const others = new Map<number, T>()
  for (const [index, item] of list.entries()) {
    if (index % RUN === 0) yield
    const row = numbersOf(item)
    if (row === undefined) others.set(index, item)
    else numbers.push(...row)
  }
  return { count: list.length, numbers: Float64Array.from(numbers), others }
}

/** `width` is the number of numbers of an object, and `made` makes it of them. */
function* unpackedList<T>(
  { count, numbers, others }: PackedList<T>,
  width: number,
  made: (at: (index: number) => number) => T,
): Sliced<readonly T[]> {
  const list: T[] = []
  let start = 0
  const at = (index: number): number => numbers[start + index] ?? NaN
  for (let index = 0; index < count; index++) {
    if (index % RUN === 0) yield
    const other = others.get(index)
    list.push(other ?? made(at))
    if (other === undefined) start += width
  }
  return list
}

function numbersOfStatistics(all: Statistics): readonly number[] | undefined {
  const { minCell, maxCell } = all
  if (all.defaultRange !== undefined || minCell === undefined || maxCell === undefined) return
  return [
    all.cellCount,
    all.finiteCount,
    all.missingCount,
    all.aboveCount,
    all.belowCount,
    all.min,
    all.max,
    all.median,
    minCell.layerIndex,
    minCell.tokenIndex,
    maxCell.layerIndex,
    maxCell.tokenIndex,
  ]
}

function statisticsOfNumbers(at: (index: number) => number): Statistics {
  const cell = (index: number): CellIndex => ({ layerIndex: at(index), tokenIndex: at(index + 1) })
  return {
    cellCount: at(0),
    finiteCount: at(1),
    missingCount: at(2),
    aboveCount: at(3),
    belowCount: at(4),
    min: at(5),
    max: at(6),
    median: at(7),
    minCell: cell(8),
    maxCell: cell(10),
  }
}
