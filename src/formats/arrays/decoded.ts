import { tooLarge } from '../tooLarge'
import { cellCountOf, shapeText } from './cellCountOf'
import { type NumberContent } from './Content'
import { damagedFile } from './damagedFile'
import { type ElementType } from './ElementType'

/** Where the numbers of an array lie in `bytes`. */
export interface ElementLayout {
  readonly type: ElementType
  readonly shape: readonly number[]
  /** From one index of each dimension to the next, in elements. Default: row-major, without gaps. */
  readonly strides?: readonly number[]
  /** Of the first element, in elements. Default 0. */
  readonly start?: number
  /** Whether the lowest byte of a number comes first. Default true. */
  readonly isLittle?: boolean
  /** Byte of `bytes[0]` in the file, for errors. Default: no place. */
  readonly byte?: number
}

/**
 * The numbers of an array: a view of `bytes` where they lie there as they are needed, otherwise a copy. Throws
 * `TensorError` where the bytes do not hold what the layout says (shape), or hold more than `maxCellCount` (too-large).
 */
export function decoded(
  bytes: Uint8Array,
  layout: ElementLayout,
  maxCellCount: number,
): NumberContent {
  const { type, shape, strides = rowMajor(shape), start = 0, isLittle = true } = layout
  const count = cellCountOf(shape)
  checkFits(bytes.length, layout, strides, count)
  if (count > maxCellCount) throw tooLarge(count, maxCellCount)
  const isPlain = isLittle && strides.every((stride, d) => stride === rowMajor(shape)[d])
  const at = bytes.byteOffset + start * type.byteCount
  if (isPlain && at % type.byteCount === 0) {
    // Typed arrays are little-endian on every platform that has a browser.
    if (type.name === 'float32') return content(new Float32Array(bytes.buffer, at, count), layout)
    if (type.name === 'float64') return content(new Float64Array(bytes.buffer, at, count), layout)
  }
  const values = type.isNarrow ? new Float32Array(count) : new Float64Array(count)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const index = shape.map(() => 0)
  let element = start
  for (let cell = 0; cell < count; cell++) {
    values[cell] = type.read(view, element * type.byteCount, isLittle)
    element += step(index, shape, strides)
  }
  return content(values, layout)
}

function content(values: NumberContent['values'], { shape, type }: ElementLayout): NumberContent {
  return { kind: 'numbers', values, shape, type }
}

export function rowMajor(shape: readonly number[]): number[] {
  let stride = 1
  return shape
    .toReversed()
    .map((size) => {
      const own = stride
      stride *= size
      return own
    })
    .toReversed()
}

/** Turns an index to that of the next cell, row by row; how many elements further that is. */
function step(index: number[], shape: readonly number[], strides: readonly number[]): number {
  let distance = 0
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = shape[d] ?? 0
    const stride = strides[d] ?? 0
    const next = (index[d] ?? 0) + 1
    // oxlint-disable-next-line no-param-reassign -- one counter for all cells: a new one for each would be the slowest part
    index[d] = next < size ? next : 0
    if (next < size) return distance + stride
    distance -= (size - 1) * stride
  }
  return distance
}

function checkFits(
  byteCount: number,
  { type, shape, start = 0, byte }: ElementLayout,
  strides: readonly number[],
  count: number,
): void {
  const held = Math.floor(byteCount / type.byteCount)
  const last = shape.reduce((sum, size, d) => sum + (size - 1) * (strides[d] ?? NaN), start)
  const isInside = start >= 0 && strides.every((stride) => stride >= 0) && last < held
  // An expanded tensor repeats what it holds, without end if it likes.
  if (count === 0 || (count <= held && isInside)) return
  throw damagedFile(
    `An array of ${shapeText(shape)} ${type.name} numbers is announced, but there are ${held} of them.`,
    byte,
  )
}
