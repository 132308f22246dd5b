/** Numbers of one width. */
export type Numbers = Float64Array | Float32Array

/**
 * Consecutive values of cells, all of one width, in one typed array or in several blocks. Blocks exist so that the
 * parts read by several workers can stay in the memory in which they arrived. A tensor's blocks hold whole rows. Code
 * outside of `tensor/` reads values block by block or through `rowOf`; no result depends on the number of blocks.
 */
export interface CellValues {
  /** The blocks in order. None is empty, unless it is the only one. */
  readonly blocks: readonly Numbers[]
  /** Index among all values of each block's first value. */
  readonly starts: Float64Array
  /** Number of values in all blocks. */
  readonly length: number
}

/** Returns the values of the given blocks, without copying them. Throws TypeError if their widths differ. */
export function cellValues(...given: readonly Numbers[]): CellValues {
  const filled = given.filter(({ length }) => length > 0)
  const blocks = filled.length > 0 ? filled : [given[0] ?? new Float64Array()]
  if (blocks.some((block) => block.BYTES_PER_ELEMENT !== blocks[0]?.BYTES_PER_ELEMENT)) {
    throw new TypeError('blocks of float32 and float64 values cannot be mixed')
  }
  const starts = new Float64Array(blocks.length)
  let length = 0
  blocks.forEach((block, index) => {
    starts[index] = length
    length += block.length
  })
  return { blocks, starts, length }
}

/** Returns true if the values are float32. The exact decimal of a float32 is the shortest one of that width. */
export function areFloat32({ blocks }: CellValues): boolean {
  return blocks[0] instanceof Float32Array
}

/** Returns the index of the block that holds the value with the given index. */
export function blockIndexOf({ starts }: CellValues, index: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Infinity) <= index) low = middle
    else high = middle
  }
  return low
}

/** Returns the value at an index among all values, or undefined if the index is beyond the last one. */
export function valueOf(values: CellValues, index: number): number | undefined {
  const block = blockIndexOf(values, index)
  return values.blocks[block]?.[index - (values.starts[block] ?? 0)]
}

/** Returns the values from `start` up to `end` (exclusive) as views, not copies. */
export function partOf(values: CellValues, start: number, end: number): CellValues {
  const first = blockIndexOf(values, start)
  const last = Math.max(first, blockIndexOf(values, end - 1))
  const blocks = values.blocks.slice(first, last + 1).map((block, k) => {
    const from = values.starts[first + k] ?? 0
    return block.subarray(Math.max(0, start - from), Math.max(0, end - from))
  })
  return cellValues(...blocks)
}

/** Returns the values with each block replaced by `make(block)`. The new block must have the same length. */
export function mapBlocks(values: CellValues, make: (block: Numbers) => Numbers): CellValues {
  return { ...values, blocks: values.blocks.map((block) => make(block)) }
}

/** Returns a new array of `length` zeros with the same width as the values. */
export function numbersLike({ blocks }: CellValues, length: number): Numbers {
  return blocks[0] instanceof Float32Array ? new Float32Array(length) : new Float64Array(length)
}

/** Returns a copy of the block with the same width. */
export function copyOfBlock(block: Numbers): Numbers {
  return block.slice()
}
