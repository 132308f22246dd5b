import { type Numbers } from '../../tensor/CellValues'
import { type Dimension, type FoundArray } from './FoundFile'
import { roleOfLabels, roleOfName } from './roleOfName'

/** A file's array with the rows in the order of their numbers. */
export interface Ordered {
  readonly array: FoundArray
  /** Whole sentences about dimensions that the file had in another order. */
  readonly notices: readonly string[]
}

/** Labels without a number that stand before all layers, and behind them. */
const FIRST = /emb|inp|prompt/i
const LAST = /out|final|logits?|norm|ln_?f/i

/** Number of labels that the notice quotes. */
const QUOTED = 4

/**
 * Returns an array whose dimensions with numbered labels are in the order of the numbers: `layer_2` before `layer_10`.
 * Writers that sort keys as texts put them in another order. Labels that count down keep their order, and so do texts
 * of tokens.
 */
export function inNumericOrder(array: FoundArray): Ordered {
  const notices: string[] = []
  let ordered = array
  array.dimensions.forEach((dimension, d) => {
    const isRaggedRow = array.rowLengths !== undefined && d === array.dimensions.length - 1
    const order = isRaggedRow ? undefined : numericOrder(dimension)
    if (order === undefined) return
    ordered = permuted(ordered, d, order)
    notices.push(noticeOf(dimension, order))
  })
  return { array: ordered, notices }
}

function noticeOf({ labels = [], name }: Dimension, order: readonly number[]): string {
  const moved = order.findIndex((from, to) => from !== to)
  const start = Math.max(0, moved - 1)
  const found = labels.slice(start, start + QUOTED).join(', ')
  return `${name === undefined ? 'Rows' : `Indices of ${name}`} are in the order of their numbers; the file had another order (… ${found} …).`
}

/**
 * Returns the place in the file of each label in numeric order, or undefined if they have it already, count down, or
 * are not numbered.
 */
export function numericOrder({
  labels = [],
  name,
}: Pick<Dimension, 'labels' | 'name'>): readonly number[] | undefined {
  const keys = labels.map(numberOf)
  const numbers = keys.filter(Number.isFinite)
  const isRising = keys.every((key, i) => i === 0 || key >= (keys[i - 1] ?? key))
  const isFalling = numbers.every((number, i) => i === 0 || number <= (numbers[i - 1] ?? number))
  if (numbers.length < 2 || isRising || isFalling) return undefined
  const isLayers = roleOfLabels(labels) === 'layer' || roleOfName(name) === 'layer'
  if (!isLayers && !isSortedCount(labels, numbers)) return undefined
  return [...keys.keys()].toSorted(
    (one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || one - other,
  )
}

/** Whether labels are all numbers from 0 or 1 on, each once, sorted as texts. */
function isSortedCount(labels: readonly string[], numbers: readonly number[]): boolean {
  const forms = new Set(labels.map((label) => label.replace(/\d+/, '#')))
  const least = numbers.reduce((one, other) => Math.min(one, other), Infinity)
  const most = numbers.reduce((one, other) => Math.max(one, other), -Infinity)
  const isWhole = new Set(numbers).size === labels.length && least <= 1
  const isCount = isWhole && most - least === labels.length - 1
  return (
    forms.size === 1 &&
    isCount &&
    labels.every((label, i) => i === 0 || label > (labels[i - 1] ?? ''))
  )
}

/** Returns the first number of a label; ±Infinity if it has none. */
function numberOf(label: string, index: number): number {
  const [digits] = /\d+/.exec(label) ?? []
  if (digits !== undefined) return Number(digits)
  if (FIRST.test(label)) return -Infinity
  return LAST.test(label) || index > 0 ? Infinity : -Infinity
}

/** Returns the array with the indices of a dimension in another order. */
function permuted(array: FoundArray, dimensionIndex: number, order: readonly number[]): FoundArray {
  const { values, dimensions, rowLengths } = array
  const next = values.slice()
  const isInnermost = dimensionIndex === dimensions.length - 1
  const inner = isInnermost ? 1 : sizeOf(dimensions.slice(dimensionIndex + 1, -1))
  const size = order.length
  const rowCount = isInnermost ? values.length : sizeOf(dimensions.slice(0, -1))
  const last = isInnermost ? 1 : (dimensions.at(-1)?.size ?? 1)
  const lengths = Uint32Array.from({ length: rowCount }, (_, row) =>
    isInnermost ? 1 : (rowLengths?.[row] ?? last),
  )
  const starts = new Float64Array(rowCount + 1)
  lengths.forEach((length, row) => (starts[row + 1] = (starts[row] ?? 0) + length))
  const nextLengths = new Uint32Array(rowCount)
  let at = 0
  for (let row = 0; row < rowCount; row++) {
    const index = Math.floor(row / inner) % size
    const from = row + ((order[index] ?? 0) - index) * inner
    next.set(values.subarray(starts[from], starts[from + 1]), at)
    nextLengths[row] = lengths[from] ?? 0
    at += nextLengths[row] ?? 0
  }
  return {
    ...array,
    values: next,
    dimensions: dimensions.map((dimension, d) =>
      d === dimensionIndex ? relabelled(dimension, order) : dimension,
    ),
    ...(rowLengths && { rowLengths: nextLengths }),
  }
}

function relabelled(dimension: Dimension, order: readonly number[]): Dimension {
  return { ...dimension, labels: order.map((from) => dimension.labels?.[from] ?? '') }
}

function sizeOf(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((product, { size }) => product * size, 1)
}

/** Whether numbers are integers that rise or fall, as labels do. Measured numbers are not labels. */
export function isInOrder(numbers: Numbers): boolean {
  const isRising = numbers.every((each, i) => i === 0 || each > (numbers[i - 1] ?? each))
  const isFalling = numbers.every((each, i) => i === 0 || each < (numbers[i - 1] ?? each))
  return (isRising || isFalling) && numbers.every(Number.isSafeInteger)
}
