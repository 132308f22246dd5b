import { Budget } from '../source/Budget'
import { damaged } from '../source/unreadable'
import { cellCountOf, shapeText, type NumberContent } from './Content'
import { type ElementType } from './ElementType'

/** The layout of an array's numbers in its bytes. */
export interface ElementLayout {
  readonly type: ElementType
  readonly shape: readonly number[]
  /** Distance from one index to the next of each dimension, in elements. Default: row-major, without gaps. */
  readonly strides?: readonly number[]
  /** Index of the first element, in elements. Default 0. */
  readonly start?: number
  /** Whether the lowest byte of a number comes first. Default true. */
  readonly isLittle?: boolean
  /** Offset of `bytes[0]` in the file, for errors. Default: errors have no place. */
  readonly byte?: number
}

/**
 * Returns the numbers of an array, as a view of `bytes` if their layout allows it, otherwise as a copy. Throws
 * TensorError if the bytes do not match the layout (shape) or hold more than the budget allows (too-large).
 */
export function decoded(
  bytes: Uint8Array,
  layout: ElementLayout,
  budget = new Budget(),
): NumberContent {
  const { type, shape, start = 0, isLittle = true } = layout
  const count = cellCountOf(shape)
  const plain = Number.isNaN(count) ? [] : rowMajor(shape)
  const { strides = plain } = layout
  checkFits(bytes, layout, strides, count)
  budget.keepCells(count, type.isNarrow ? 4 : 8)
  const elements = elementsOf(bytes, type, isLittle)
  const isNative = elements instanceof Float32Array || elements instanceof Float64Array
  if (isNative && strides.join() === plain.join()) {
    return { kind: 'numbers', values: elements.subarray(start, start + count), shape, type }
  }
  const values = type.isNarrow ? new Float32Array(count) : new Float64Array(count)
  let cell = 0
  const fill = (dimension: number, first: number): void => {
    const { [dimension]: size = 1 } = shape
    const { [dimension]: stride = 0 } = strides
    const isInnermost = dimension + 1 >= shape.length
    for (let i = 0, at = first; i < size; i++, at += stride) {
      if (isInnermost) values[cell++] = type.numberOf(elements[at] ?? NaN)
      else fill(dimension + 1, at)
    }
  }
  if (count > 0) fill(0, start)
  return { kind: 'numbers', values, shape, type }
}

/**
 * Throws TensorError if the array has more cells than it may have. An expanded tensor can repeat its bytes without
 * limit, so the cells are limited too, not only the bytes.
 */
function checkFits(
  { length }: Uint8Array,
  { type, shape, start = 0, byte }: ElementLayout,
  strides: readonly number[],
  count: number,
): void {
  const heldCount = Math.floor(length / type.byteCount)
  const end = shape.reduce((sum, size, d) => sum + (size - 1) * (strides[d] ?? NaN), start + 1)
  const isForward = [start, ...strides].every((step) => Number.isSafeInteger(step) && step >= 0)
  const isInside = isForward && end <= heldCount && count <= heldCount
  if (count === 0 || isInside) return
  throw damaged(
    `An array of ${shapeText(shape)} ${type.name} is announced, but ${heldCount} numbers are there.`,
    byte,
  )
}

/**
 * Returns the elements of the bytes. Typed arrays in browsers are little-endian and begin at a multiple of their width.
 */
function elementsOf(
  bytes: Uint8Array,
  { View, byteCount }: ElementType,
  isLittle: boolean,
): ArrayLike<number | bigint> {
  const own = isLittle && bytes.byteOffset % byteCount === 0 ? bytes : bytes.slice()
  if (!isLittle)
    own.forEach((_, at) => (own[at] = bytes[at - 2 * (at % byteCount) + byteCount - 1] ?? 0))
  return new View(own.buffer, own.byteOffset, Math.floor(own.length / byteCount))
}

/** Returns the strides of an array whose rows are consecutive, without gaps. */
export function rowMajor(shape: readonly number[]): number[] {
  return shape.map((_, d) => shape.slice(d + 1).reduce((product, size) => product * size, 1))
}
